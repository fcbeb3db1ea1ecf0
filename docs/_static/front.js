// The front page: one day, shown by the number, the map, the legend, the curve and the slider.
// The library computed all answers; this script looks them up.
"use strict";

(() => {
  const $ = (name) => document.getElementById(`mg-front-${name}`);
  if (!$("tiles")) return;
  const { today, states, growth } = window.migrationgovFront;
  const MONTHS = "January February March April May June July August September October November December".split(" ");
  const ROLES = { m: "member", o: "observer", "-": "" };
  const GRADES = { c: "certain", l: "listed", p: "possible" };
  const LEGEND = [["mc", "member"], ["ml", "listed member"], ["mp", "possible member"],
    ["oc", "observer"], ["ol", "listed observer"], ["op", "possible observer"]];
  const FIRST = 1951;
  const [PACE, SLOW] = [150, 1500]; // milliseconds for a year of the film

  const lines = Object.entries(states).map(([code, [name, start, end, line]]) => {
    const words = line ? line.split(" ") : [];
    const steps = words.filter((_, at) => at % 2 === 0).map((day, at) => [day, words[2 * at + 1]]);
    return { code, name, start, end, steps };
  });
  const changes = [...new Set(lines.flatMap((each) => each.steps.map(([day]) => day)))].sort();
  let [day, chosen, film] = [today, "", 0];

  const inWords = (iso) => {
    const [year, month, number] = iso.split("-").map(Number);
    return `${number} ${MONTHS[month - 1]} ${year}`;
  };
  const monthOf = (iso) => (Number(iso.slice(0, 4)) - FIRST) * 12 + Number(iso.slice(5, 7)) - 1;
  // The last day of a month, but not a later one than today.
  const dayOf = (month) => {
    const last = new Date(Date.UTC(FIRST, month + 1, 0)).toISOString().slice(0, 10);
    return last < today ? last : today;
  };
  const roleOn = ({ steps }) => steps.findLast(([from]) => from <= day)?.[1] ?? "-";
  const exists = ({ start, end }) => !(start && day < start) && !(end && day > end);

  const tileOf = (each) => {
    const role = roleOn(each);
    return { code: each.code, name: each.name, role: ROLES[role[0]], grade: GRADES[role[1]] ?? "none", key: role };
  };

  const showLegend = (tiles) => {
    const number = (key) => tiles.filter((each) => each.key === key).length;
    const found = LEGEND.map(([key, words]) => [key, words, number(key)]);
    const shown = found.filter(([key, , many]) => many || key === "mc");
    const items = [...shown, ["-", "neither", ""]].map(([key, words, many]) => {
      const item = document.createElement("li");
      item.append(window.markOf(ROLES[key[0]], GRADES[key[1]] ?? "none"), `${words} ${many}`.trim());
      return item;
    });
    $("legend").replaceChildren(...items);
  };

  const showNumber = (tiles) => {
    const [, certain, listed] = growth.findLast(([from]) => from <= day) ?? [day, 0, 0, 0];
    const possible = tiles.filter((each) => each.key === "mp").map((each) => each.name);
    const number = certain + listed;
    $("day").textContent = inWords(day);
    $("today").hidden = day !== today;
    $("if").hidden = day <= $("if").dataset.until;
    $("count").textContent = number;
    $("noun").textContent = number === 1 ? "member of IOM" : "members of IOM";
    $("rest").textContent = possible.length
      ? `and possibly ${possible.length} more: ${possible.join(", ")}`
      : "and no further possible member";
    $("month").setAttribute("aria-valuetext", `${inWords(day)}: ${number} ${$("noun").textContent}`);
  };

  // Another day changes the address alone: then a screen reader has nothing new to say.
  const showChosen = (tiles) => {
    const tile = tiles.find((each) => each.code === chosen);
    if (!tile) return $("chosen").replaceChildren();
    const words = `${tile.name} in the explorer`;
    const link = $("chosen").querySelector("a") ?? document.createElement("a");
    link.href = `explorer/index.html#state=${chosen}&date=${day}`;
    if (link.textContent === words) return undefined;
    link.textContent = words;
    return $("chosen").replaceChildren("Its dates and their sources: ", link, ".");
  };

  const show = (now, month = monthOf(now)) => {
    day = now < changes[0] ? changes[0] : now > today ? today : now;
    $("month").value = month;
    const tiles = lines.filter(exists).map(tileOf);
    window.drawTiles($("tiles"), tiles, choose);
    window.drawGrowth($("growth"), growth, day, (to) => { stop(); show(to); });
    showLegend(tiles);
    showNumber(tiles);
    showChosen(tiles);
    $("before").disabled = day <= changes[0];
    $("after").disabled = day >= today;
  };

  const choose = (code) => {
    chosen = code;
    show(day);
  };

  const stop = () => {
    clearInterval(film);
    film = 0;
    $("play").textContent = "Play from 1951";
    $("play").setAttribute("aria-pressed", "false");
  };

  const play = () => {
    if (film) return stop();
    const slow = matchMedia("(prefers-reduced-motion: reduce)").matches ? SLOW : PACE;
    let year = FIRST;
    const step = () => {
      show(dayOf((year - FIRST) * 12 + 11));
      if (day >= today) stop();
      year += 1;
    };
    $("play").textContent = "Stop";
    $("play").setAttribute("aria-pressed", "true");
    film = setInterval(step, slow);
    return step();
  };

  $("month").min = monthOf(changes[0]);
  $("month").max = monthOf(today);
  $("month").addEventListener("input", () => { stop(); show(dayOf(Number($("month").value))); });
  $("before").addEventListener("click", () => { stop(); show(changes.findLast((each) => each < day) ?? day); });
  $("after").addEventListener("click", () => { stop(); show(changes.find((each) => each > day) ?? today); });
  $("play").addEventListener("click", play);
  $("time").hidden = false;
  show(today);
})();
