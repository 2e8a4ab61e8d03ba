#!/usr/bin/env python3
"""Makes data/en/wordnet.tsv from WordNet 3.0 (Debian's wordnet-base).

    scripts/make_wordnet.py [--wordnet /usr/share/wordnet] > data/en/wordnet.tsv

A row a word and part of speech: its synonyms, what it is a kind of (nearest first, three steps up at most), its opposites and
the words derived from it. Only words of letters that are
tagged there or short, only senses that are usual for the word (its first, and a second or third
with at least a fifth of the first one's count in WordNet's tagged texts), so that rare senses do not make strangers synonyms.
The output is sorted by byte, so that the program can search it where it lies.
"""
import argparse
import collections
import pathlib
import re

options = argparse.ArgumentParser()
options.add_argument("--wordnet", type=pathlib.Path, default=pathlib.Path("/usr/share/wordnet"))
folder = options.parse_args().wordnet

FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
# What everything is a kind of says nothing.
TOO_GENERAL = set("""entity object whole artifact unit matter thing abstraction attribute group relation measure event act
    activity psychological_feature state cognition content communication instrumentality causal_agent organism being
    change move make do have get be act_on transfer alter modify physical_entity location region area collection
    happening property quality way part instrumentation equipment structure construction process condition""".split())
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*$")
Synset = collections.namedtuple("Synset", "words pointers")


def read(pos):
    """offset -> Synset, and word -> offsets by frequency."""
    synsets, senses = {}, {}
    for line in (folder / f"data.{FILES[pos]}").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        cells = line.split(" | ")[0].split()
        count = int(cells[3], 16)
        words = [re.sub(r"\(.*\)", "", cells[4 + 2 * i]) for i in range(count)]
        at = 4 + 2 * count
        pointers = [tuple(cells[at + 1 + 4 * i:at + 5 + 4 * i]) for i in range(int(cells[at]))]
        synsets[cells[0]] = Synset(words, pointers)
    for line in (folder / f"index.{FILES[pos]}").read_text(encoding="utf-8").splitlines():
        if not line.startswith("  "):
            cells = line.split()
            senses[cells[0]] = cells[-int(cells[2]):]
    return synsets, senses


def counts():
    """(word, pos, number of the sense) -> how often it was tagged."""
    found = collections.Counter()
    for line in (folder / "cntlist.rev").read_text(encoding="utf-8").splitlines():
        key, number, times = line.split()
        word, rest = key.split("%")
        found[word, {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[rest[0]], int(number)] += int(times)
    return found


data = {pos: read(pos) for pos in FILES}
tagged = counts()


def usual_senses(word, pos):
    offsets = data[pos][1][word]
    first = tagged[word, pos, 1]
    usual = [offsets[0]] if offsets else []
    for number, offset in enumerate(offsets[1:3], 2):
        times = tagged[word, pos, number]
        if (times and times * 5 >= first) or (not first and number == 2):
            usual.append(offset)
    return usual


def plain(words):
    return [word for word in (word.lower() for word in words) if WORD.match(word)]


def ordered(words, without=()):
    """The first ten, each once."""
    return " ".join(list(dict.fromkeys(word for word in words if word not in without))[:10])


def kinds(pos, offsets):
    """Words of what these senses are kinds of, nearest first."""
    level, found = offsets, []
    for _ in range(3):
        level = [target for offset in level for symbol, target, to, _ in data[pos][0][offset].pointers
                 if symbol in ("@", "@i") and to == pos]
        found += [word for offset in level for word in plain(data[pos][0][offset].words)]
    return [word for word in found if word not in TOO_GENERAL]


def lexical(pos, offset, word, symbols):
    """Words that this word of the synset points at."""
    synset = data[pos][0][offset]
    number = [w.lower() for w in synset.words].index(word) + 1
    for symbol, target, to, ends in synset.pointers:
        to = "a" if to == "s" else to
        source, goal = int(ends[:2], 16), int(ends[2:], 16)
        if symbol in symbols and source in (0, number):
            words = data[to][0][target].words
            yield from plain([words[goal - 1]] if goal else words)


def opposites(pos, offset, word):
    direct = list(lexical(pos, offset, word, "!"))
    if pos == "a" and not direct:  # an adjective takes the opposites of the one it is like
        for symbol, target, to, _ in data[pos][0][offset].pointers:
            if symbol == "&":
                for name in plain(data[pos][0][target].words):
                    direct += lexical(pos, target, name, "!")
    return direct


known = {(word, pos) for pos in FILES for word in data[pos][1]
         if WORD.match(word) and (any(tagged[word, pos, n] for n in (1, 2, 3)) or len(word) <= 8)}
rows = []
for word, pos in known:
    offsets = usual_senses(word, pos)
    own = {word}
    synonyms = ordered((w for offset in offsets for w in plain(data[pos][0][offset].words)), own)
    above = ordered(kinds(pos, offsets), own)
    against = ordered((w for offset in offsets for w in opposites(pos, offset, word)), own)
    derived = ordered((w for offset in offsets for w in lexical(pos, offset, word, "+\\")), own)
    if synonyms or above or against or derived:
        rows.append("\t".join((f"{word}.{pos}", synonyms, above, against, derived)).rstrip("\t"))

print("# WordNet 3.0, Copyright 2006 by Princeton University; licence: data/en/wordnet.LICENSE. Made by scripts/make_wordnet.py.")
print("# FORMAT word\tsynonyms\tkinds\topposites\tderived")
print("\n".join(sorted(rows, key=str.encode)))
