// The answers of the explorer. These functions conclude nothing: the library has computed what is
// possible in every stretch of days, and they look the stretches up. A month or a year means all its
// days, as in Python: certain is what is so on every day, possible what may be so on some day. No
// function here changes the page.
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

  // The number of change days on or before this day: the place of its stretch.
  const stretch = (days, day) => {
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (days[middle] <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  // Runs are [place, value, place, value, ...]. Returns the values between two places.
  const runsBetween = (runs, from, to) => {
    const found = [];
    for (let at = 0; at < runs.length; at += 2) {
      const end = at + 2 < runs.length ? runs[at + 2] : Infinity;
      if (runs[at] <= to && end > from) found.push(runs[at + 1]);
    }
    return found;
  };

  const statusSets = (party, when) => {
    const line = register.lines[party];
    if (!line) return ["n"];
    return line[1].slice(stretch(line[0], when.first), stretch(line[0], when.last) + 1);
  };

  // Outside the covered period the answer assumes that nothing changed. Python warns, too. Before
  // the founding the answer is a plain “no”, without a warning.
  const coverage = (of, when) => {
    const before = of.from && !of.founded && when.first < of.from[1];
    if (!before && when.last <= of.until[1]) return "";
    const assumed = before ? "nothing was recorded before" : "nothing changed since";
    const known = `${(of.from ?? of.founded ?? [".."])[0]} to ${of.until[0]}`;
    return `${when.text} is outside the covered period (${known}). The answer assumes that ${assumed}.`;
  };

  const beforeFounding = (when) => register.complete && when.last < register.founded[1];

  const listsObservers = (when) =>
    beforeFounding(when) || (register.complete && when.first >= register.observersKnownFrom[1]);

  const isOrganization = (party) => facts.parties[party]?.[1] === "organization";

  // All parties that certainly have a status, and all that possibly have it.
  const memberList = (letter, when) => {
    const found = { certain: [], possible: [] };
    for (const party of Object.keys(register.lines)) {
      const sets = statusSets(party, when);
      if (sets.every((set) => set === letter)) found.certain.push(party);
      else if (sets.some((set) => set.includes(letter))) found.possible.push(party);
    }
    return found;
  };

  // The statuses that a party may have. Where there is no complete list of observers, a party
  // without a record may have been an observer: a missing record is not "no".
  const statusOn = (party, when) => {
    const letters = new Set(statusSets(party, when).join(""));
    const decided = isOrganization(party)
      ? register.organizations.includes(party) || beforeFounding(when)
      : listsObservers(when);
    if (letters.has("n") && !decided) letters.add("o");
    const found = [...register.complete ? letters : "naom"];
    return ["n", "a", "o", "m"].filter((letter) => found.includes(letter)).map((letter) => NAMES[letter]);
  };

  const answer = (statuses, status) => {
    if (!statuses.includes(status)) return "no";
    return statuses.length === 1 ? "yes" : "unknown";
  };

  const isMember = (party, when) => {
    const sets = statusSets(party, when);
    if (sets.every((set) => set === "m")) return "yes";
    return sets.some((set) => set.includes("m")) || !register.complete ? "unknown" : "no";
  };

  // One role of a process: which parties have it, by which evidence, and whether no other party has it.
  const role = (process, name, from, to) => {
    const record = process.roles[name];
    const found = { certain: [], possible: [], complete: false };
    for (const [party, runs] of Object.entries(record.parties)) {
      const answers = runsBetween(runs, from, to);
      if (!answers.some(Boolean)) continue;
      const evidence = [...new Set(answers.filter(Boolean).map((each) => each[1]))];
      const certain = answers.every((each) => each && each[0] === "y");
      (certain ? found.certain : found.possible).push({ party, evidence });
    }
    // A certain chair excludes every other chair. If two terms follow each other within the days,
    // no party has the chair on all of them, and the list is not complete.
    const complete = runsBetween(record.complete, from, to).every((each) => each === 1);
    found.complete = complete && (name !== "chair" || found.certain.length > 0);
    return found;
  };

  // Without a date: the lasting roles, on the day of the latest evidence.
  const roster = (id, when) => {
    const process = facts.processes[id];
    const day = when ?? oneDay(process.latest);
    const [from, to] = [stretch(process.days, day.first), stretch(process.days, day.last)];
    const names = Object.keys(process.roles).filter((name) => when || facts.lasting.includes(name));
    return {
      on: day,
      asOf: runsBetween(process.asOf, to, to)[0],
      roles: Object.fromEntries(names.map((name) => [name, role(process, name, from, to)])),
    };
  };

  // Lists of states say nothing about organizations. Only some roles have one list for both.
  const roleAnswer = (found, name, party) => {
    const names = (parties) => parties.some((each) => each.party === party);
    if (names(found.certain)) return "yes";
    const listed = !isOrganization(party) || facts.mixedRoles.includes(name);
    return found.complete && listed && !names(found.possible) ? "no" : "unknown";
  };

  const processesOf = (party, when) => {
    const found = [];
    for (const [id, process] of Object.entries(facts.processes)) {
      if (!process.named.includes(party)) continue;
      const { roles, on } = roster(id, when);
      for (const [name, participants] of Object.entries(roles)) {
        for (const certain of [true, false]) {
          const match = (certain ? participants.certain : participants.possible).find((each) => each.party === party);
          if (match) found.push({ process: id, role: name, certain, on, evidence: match.evidence });
        }
      }
    }
    return found;
  };

  const changes = Object.values(register.lines).flatMap((line) => line[0]);
  const registerDays = [...new Set(changes)].sort((a, b) => a - b);

  return {
    readDate, oneDay, coverage, beforeFounding, listsObservers, isOrganization, memberList, statusOn, answer, isMember, roster,
    roleAnswer, processesOf, dayText, registerDays,
  };
};
