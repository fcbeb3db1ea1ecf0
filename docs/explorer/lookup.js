// The answers of the explorer. Nothing is concluded here: the library has computed, for every
// stretch of days, what may hold in it, and these functions look the stretches up. A date that is
// coarser than a day asks about all its days, as in Python: certain is what holds on every one,
// possible what may hold on some. No function here touches the page.
"use strict";

globalThis.migrationgovLookup = (facts) => {
  const DAY = 86400000;
  const UNIX_EPOCH = 719163; // as date.toordinal() counts 1 January 1970
  const register = facts.register;
  const NAMES = { n: "none", a: "applicant", o: "observer", m: "member" };

  const ordinal = (year, month, day) => {
    const moment = new Date(0);
    moment.setUTCFullYear(year, month - 1, day);
    return Math.round(moment.getTime() / DAY) + UNIX_EPOCH;
  };

  const dayText = (day) => {
    const moment = new Date((day - UNIX_EPOCH) * DAY);
    const [year, month, date] = [moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate()];
    const wide = (number, digits) => String(number).padStart(digits, "0");
    return `${wide(year, 4)}-${wide(month, 2)}-${wide(date, 2)}`;
  };

  // 2002, 2002-12 or 2002-12-02, with its first and last day; null for anything else.
  const readDate = (text) => {
    const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim());
    if (!parts || parts[1] === "0000") return null;
    const [year, month, day] = parts.slice(1).map((part) => part && Number(part));
    if (month !== undefined && (month < 1 || month > 12)) return null;
    const first = ordinal(year, month ?? 1, day ?? 1);
    if (day !== undefined) return dayText(first) === parts[0] ? { text: parts[0], first, last: first } : null;
    const last = month ? ordinal(year, month + 1, 0) : ordinal(year, 12, 31);
    return { text: parts[0], first, last };
  };

  const oneDay = (day) => ({ text: dayText(day), first: day, last: day });

  // How many of the days are not after this one: the place of its stretch.
  const stretch = (days, day) => {
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (days[middle] <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  // Runs are [place, value, place, value, ...]: the values of the places asked about.
  const runsBetween = (runs, from, to) => {
    const found = [];
    for (let at = 0; at < runs.length; at += 2) {
      const end = at + 2 < runs.length ? runs[at + 2] : Infinity;
      if (runs[at] <= to && end > from) found.push(runs[at + 1]);
    }
    return found;
  };

  const sets = (who, when) => {
    const line = register.lines[who];
    if (!line) return ["n"];
    return line[1].slice(stretch(line[0], when.first), stretch(line[0], when.last) + 1);
  };

  // Outside what is covered the answer assumes that nothing changed: say so, as Python warns.
  const coverage = (of, when) => {
    const before = of.from && when.first < of.from[1];
    if (!before && when.last <= of.until[1]) return "";
    const assumed = before ? "nothing was recorded before" : "nothing changed since";
    const known = `${of.from ? of.from[0] : ".."} to ${of.until[0]}`;
    return `${when.text} lies outside what is known (${known}); the answer assumes that ${assumed}.`;
  };

  const listsObservers = (when) =>
    register.complete && when.first >= register.observersKnownFrom[1];

  const isBody = (who) => facts.parties[who]?.[1] === "body";

  // Everybody who certainly, and everybody who possibly has a status.
  const roll = (letter, when) => {
    const found = { certain: [], possible: [] };
    for (const who of Object.keys(register.lines)) {
      const its = sets(who, when);
      if (its.every((each) => each === letter)) found.certain.push(who);
      else if (its.some((each) => each.includes(letter))) found.possible.push(who);
    }
    return found;
  };

  // The statuses somebody may have. Where observers are not fully listed, whoever is not recorded
  // may have been one: silence is not "no".
  const statusOn = (who, when) => {
    const letters = new Set(sets(who, when).join(""));
    const told = isBody(who) ? register.bodies.includes(who) : listsObservers(when);
    if (letters.has("n") && !told) letters.add("o");
    const found = [...register.complete ? letters : "naom"];
    return ["n", "a", "o", "m"].filter((each) => found.includes(each)).map((each) => NAMES[each]);
  };

  const answer = (statuses, status) => {
    if (!statuses.includes(status)) return "no";
    return statuses.length === 1 ? "yes" : "unknown";
  };

  const isMember = (who, when) => {
    const its = sets(who, when);
    if (its.every((each) => each === "m")) return "yes";
    return its.some((each) => each.includes("m")) || !register.complete ? "unknown" : "no";
  };

  // One role of a process: who has it, by which evidence, and whether nobody else has.
  const role = (process, name, from, to) => {
    const its = process.roles[name];
    const found = { certain: [], possible: [], complete: false };
    for (const [who, runs] of Object.entries(its.who)) {
      const told = runsBetween(runs, from, to);
      if (!told.some(Boolean)) continue;
      const evidence = [...new Set(told.filter(Boolean).map((each) => each[1]))];
      const sure = told.every((each) => each && each[0] === "y");
      (sure ? found.certain : found.possible).push({ who, evidence });
    }
    // A term in the chair leaves no room for another; two that follow each other leave it open
    // who is in the chair on all the days.
    const complete = runsBetween(its.complete, from, to).every((each) => each === 1);
    found.complete = complete && (name !== "chair" || found.certain.length > 0);
    return found;
  };

  // Without a date: the roles that last, on the day of the latest evidence.
  const roster = (id, when) => {
    const process = facts.processes[id];
    const asked = when ?? oneDay(process.latest);
    const [from, to] = [stretch(process.days, asked.first), stretch(process.days, asked.last)];
    const names = Object.keys(process.roles).filter((name) => when || facts.lasting.includes(name));
    return {
      on: asked,
      asOf: runsBetween(process.asOf, to, to)[0],
      roles: Object.fromEntries(names.map((name) => [name, role(process, name, from, to)])),
    };
  };

  // Lists of states are silent about bodies; only an office has one list for both.
  const roleAnswer = (found, name, who) => {
    const on = (side) => side.some((each) => each.who === who);
    if (on(found.certain)) return "yes";
    const heard = !isBody(who) || facts.offices.includes(name);
    return found.complete && heard && !on(found.possible) ? "no" : "unknown";
  };

  const processesOf = (who, when) => {
    const found = [];
    for (const [id, process] of Object.entries(facts.processes)) {
      if (!process.named.includes(who)) continue;
      const { roles, on } = roster(id, when);
      for (const [name, its] of Object.entries(roles)) {
        for (const sure of [true, false]) {
          const one = (sure ? its.certain : its.possible).find((each) => each.who === who);
          if (one) found.push({ process: id, role: name, certain: sure, on, evidence: one.evidence });
        }
      }
    }
    return found;
  };

  const changes = Object.values(register.lines).flatMap((line) => line[0]);
  const registerDays = [...new Set(changes)].sort((a, b) => a - b);

  return {
    readDate, oneDay, coverage, listsObservers, isBody, roll, statusOn, answer, isMember, roster,
    roleAnswer, processesOf, dayText, registerDays,
  };
};
