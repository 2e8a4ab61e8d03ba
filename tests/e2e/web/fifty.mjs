// Fifty reports of one event: six dispatches, each retold by several outlets with a sentence less or another number.
const PLACES = ["North", "South", "East", "West", "Coast", "River", "Hill"], KINDS = ["Post", "Herald", "Wire", "Times", "Echo", "Sun", "Star", "Globe"];
const DISPATCHES = [
  ["Dredgers close the Tarn canal after a wall gives way", "The Tarn canal was closed on Tuesday after forty metres of its eastern wall gave way near Holm lock.", "Canal Director Ines Varga said repairs would take nine weeks.", "\"We will open one lane before the harvest,\" Varga told reporters in Holm.", "Twelve barges lie above the lock, the port office said.", "The millers' guild demanded that the canal board pay for the delay.", "Nobody was hurt, the fire service of Holm reported."],
  ["Holm lock breach strands barges, board weighs a bypass", "A breach at Holm lock has stranded barges on the Tarn canal since Tuesday morning.", "The canal board proposed a bypass through the old cut, to be dug by the end of April.", "Engineer Tomas Reil warned that the second wall could fail as well.", "\"The board was told in March and did nothing,\" Reil said.", "Canal Director Ines Varga denied that the board had been warned.", "Fourteen barges lie above the lock, Reil said."],
  ["Millers threaten to sue over the closed canal", "The millers' guild threatened on Wednesday to sue the canal board unless it pays for lost freight.", "Guild speaker Ada Lorn put the loss at 300,000 crowns a day.", "\"We shall not wait nine weeks,\" Lorn said in a statement.", "The board offered to meet the guild in Tarn on Friday.", "Varga said that one lane would open before the harvest.", "Two workers were hurt when the wall gave way, the guild said."],
];

export function fiftyReports(t) {
  const lines = [];
  for (let number = 0; number < 50; number++) {
    const [title, ...sentences] = DISPATCHES[number % DISPATCHES.length];
    const other = DISPATCHES[(number + 1) % DISPATCHES.length];
    const body = sentences.filter((_, at) => number < 3 || at !== number % sentences.length);
    if (number % 4 === 0) body.push(other[1 + (number % 6)]);
    const text = body.join(" ").replace("nine weeks", number % 5 === 0 ? "eleven weeks" : "nine weeks").replace(/\. (?=[A-Z"])/g, (found, at) => (at % 3 ? found : ".\n\n"));
    const day = 3 + Math.floor(number / 24), hour = String(number % 24).padStart(2, "0");
    lines.push(JSON.stringify({ id: `canal-${number}`, title: number < 3 ? title : `${title}, says ${PLACES[number % 7]}`, source: `${PLACES[number % 7]} ${KINDS[Math.floor(number / 7)]}`, published: `2031-04-0${day}T${hour}:10:00Z`, text: `${text}\n` }));
  }
  return t.file("fifty.jsonl", `${lines.join("\n")}\n`);
}
