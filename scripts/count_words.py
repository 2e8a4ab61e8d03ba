#!/usr/bin/env python3
"""In how many stretches of about 300 words of the given CoNLL-U files does each word occur?

    count_words.py FILE.conllu… > data/en/word_counts.tsv

A stretch ends at a new document. Only counts leave the texts: words of letters, in lower case, met in four or more.
"""
import collections
import sys

STRETCH = 300
LEAST = 4


def stretches(paths):
    for path in paths:
        words = []
        for line in open(path, encoding="utf-8"):
            cells = line.split("\t")
            if len(cells) > 3 and cells[0].isdigit():
                words.append(cells[1].lower())
            if (line.startswith("# newdoc") or len(words) >= STRETCH) and words:
                yield words
                words = []
        if words:
            yield words


def main():
    counts, total = collections.Counter(), 0
    for words in stretches(sorted(sys.argv[1:])):
        total += 1
        counts.update({word for word in words if word.isalpha()})
    print("# How common words are in general English text: in how many of so many stretches of 300 words.")
    print("# Made by scripts/count_words.py from the text of Universal Dependencies' English GUM (news, interview,")
    print("# textbook, academic, bio, voyage), EWT and PUD treebanks; counts only, no text of theirs.")
    print("# FORMAT word\tstretches")
    print(f"# TOTAL {total}")
    for word in sorted(word for word, count in counts.items() if count >= LEAST):
        print(f"{word}\t{counts[word]}")


main()
