#!/usr/bin/env python3
"""Keeps of what a fuzz run found the few inputs that reach most, for the repository.

scripts/fuzz_corpus.py TARGET [FILES]   (x_fuzz as built by scripts/fuzz.sh; at most FILES, 90, of at most 4 kB)

Merges build-fuzz/corpus/TARGET, reads off libFuzzer's control file what each input adds to all smaller ones, and writes those
that add most to the room's testdata/fuzz/SUBJECT/corpus/, which every test run replays.
"""
import glob, hashlib, pathlib, shutil, subprocess, sys, tempfile


def gains(target, seeds, found):
    """(features added, path) of each input, from a merge in the order of size."""
    with tempfile.TemporaryDirectory() as folder:
        control = pathlib.Path(folder, "control")
        out = pathlib.Path(folder, "out")
        out.mkdir()
        subprocess.run([f"build-fuzz/{target}", "-merge=1", "-max_len=4096", f"-merge_control_file={control}", out, seeds, found],
                       check=True, capture_output=True)
        lines = control.read_text(errors="replace").split("\n")
        count = int(lines[0])
        paths = lines[2:2 + count]
        for line in lines[2 + count:]:
            cells = line.split(" ")
            if cells[0] == "FT" and len(cells) > 2:
                yield len(cells) - 2, pathlib.Path(paths[int(cells[1])])


def main():
    target, most = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 90
    source = pathlib.Path(glob.glob(f"src/*/{target}.cc")[0])
    seeds = source.parent / "testdata" / "fuzz" / target.removesuffix("_fuzz")
    ranked = sorted(((gain, path, path.read_bytes()) for gain, path in gains(target, seeds, f"build-fuzz/corpus/{target}")
                     if path.parent != seeds), key=lambda found: (-found[0], len(found[2])))
    kept = [data for _, _, data in ranked if len(data) <= 4096][:most]
    shutil.rmtree(seeds / "corpus", ignore_errors=True)
    (seeds / "corpus").mkdir()
    for data in kept:
        (seeds / "corpus" / hashlib.sha1(data).hexdigest()[:12]).write_bytes(data)
    print(f"{target}: {len(kept)} inputs, {sum(map(len, kept))} bytes")


main()
