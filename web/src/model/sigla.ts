// The letter of a report: the initial of its outlet where that is free, else another initial of its name; a second
// report of the outlet takes the letter with a number. Reports that name no outlet take what is left of the alphabet.

const SMALL = new Set(["the", "of", "and", "www"]);

function initials(name: string): string[] {
  return (name.match(/[A-Za-z0-9\u0080-\uffff]+/g) ?? [])
    .filter((word) => /^[A-Za-z]/.test(word) && !SMALL.has(word.toLowerCase()))
    .map((word) => (word[0] as string).toUpperCase());
}

// 0 "A" … 25 "Z", 26 "AA" …
export function letters(number: number): string {
  let result = "";
  for (let left = number + 1; left > 0; left = Math.floor((left - 1) / 26)) result = String.fromCharCode(65 + ((left - 1) % 26)) + result;
  return result;
}

export function sigla(sources: readonly (string | null)[]): string[] {
  const taken = new Set<string>(), letterOf = new Map<string, string>(), numbers = new Map<string, number>();
  const take = (letter: string): boolean => !taken.has(letter) && !!taken.add(letter);
  const numbered = (letter: string): string => {
    let number = numbers.get(letter) ?? 1;
    do number++; while (!take(letter + number));
    numbers.set(letter, number);
    return letter + number;
  };
  const named = sources.map((source) => {
    const key = source?.trim().toLowerCase() ?? "";
    if (!key) return "";
    const before = letterOf.get(key);
    if (before) return numbered(before);
    const letter = initials(source as string).find(take);
    if (letter) letterOf.set(key, letter);
    return letter ?? "";
  });
  let next = 0;
  return named.map((letter) => {
    if (letter) return letter;
    while (!take(letters(next))) next++;
    return letters(next);
  });
}
