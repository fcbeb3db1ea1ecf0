// The answers of the explorer. These functions conclude nothing: the library has computed the grade of
// every status in every stretch of days, and they look the stretches up. A month or a year means all
// its days, as in Python: its grade is the lowest of these days, or “possible” if a day of them gives
// no more. No function here changes the page.
"use strict";

globalThis.migrationgovLookup = (facts) => {
  const DAY = 86400000;
  const UNIX_EPOCH = 719163; // as date.toordinal() counts 1 January 1970
  const register = facts.register;
  // By the digit of a stretch. “unrecorded”: possible, but no record names the party in this status.
  const GRADES = ["", "unrecorded", "possible", "listed", "certain"];

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

  // -- timelines ---------------------------------------------------------------------------------

  const isOrganization = (party) => facts.parties[party]?.[1] === "organization";

  // A line is [stretch, day, stretch, day, stretch], all places: made into days and stretches once.
  const unpacked = [];
  const unpack = (line) => {
    const parts = facts.lines[line];
    return unpacked[line] ??= {
      days: parts.filter((_, at) => at % 2).map((place) => facts.days[place]),
      stretches: parts.filter((_, at) => at % 2 === 0).map((place) => facts.stretches[place]),
    };
  };

  // The number of change days on or before this day: the place of its stretch.
  const placeOf = (days, day) => {
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (days[middle] <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const met = (line, when) => {
    const { days, stretches } = unpack(line);
    return stretches.slice(placeOf(days, when.first), placeOf(days, when.last) + 1);
  };

  // The group of statuses that has a role, and the place of the role in it; null without evidence.
  const groupOf = (institution, role) => {
    const group = facts.groups[institution].find((each) => each.statuses.includes(role));
    return group ? { group, place: group.statuses.indexOf(role) } : null;
  };

  const lineOf = (group, party) => {
    const [state, organization, others] = facts.others[group.others];
    return group.named[party] ?? others[party] ?? (isOrganization(party) ? organization : state);
  };

  const gradeOf = (stretches, place) => {
    const digits = stretches.map((each) => Number(each[0][place]));
    const least = Math.min(...digits);
    return GRADES[least > 2 ? least : Math.min(2, Math.max(...digits))];
  };

  // The records behind the best reading, with the day from which each speaks.
  const evidenceOf = (stretches, statuses) => {
    const found = stretches.filter((each) => each.length > 1).map(([digits, since, record]) => {
      const status = statuses[[...digits].findIndex((digit) => digit > "2")];
      return { status, since: facts.days[since], record, text: facts.records[record][0], cited: facts.records[record][1] };
    });
    return found.filter((each, at) => found.findIndex((other) => other.record === each.record && other.status === each.status) === at);
  };

  // -- answers -----------------------------------------------------------------------------------

  const kindOf = (party) => (isOrganization(party) ? "organization" : "state");

  // The states and the organizations with one role, by grade, and whether all others of their kind
  // certainly do not have it.
  const memberList = (institution, role, when) => {
    const { group, place } = groupOf(institution, role);
    const empty = () => ({ certain: [], listed: [], possible: [], complete: true });
    const found = { state: empty(), organization: empty() };
    const look = (kind, line, party) => {
      const stretches = met(line, when);
      if (stretches.some((each) => each[0][place] === "1")) found[kind].complete = false;
      found[kind][gradeOf(stretches, place)]?.push({ party, evidence: evidenceOf(stretches, group.statuses) });
    };
    const [state, organization] = facts.others[group.others];
    look("state", state, "");
    look("organization", organization, "");
    for (const [party, line] of Object.entries(group.named)) look(kindOf(party), line, party);
    return found;
  };

  // The answer for one party and one role: yes, no or unknown, with the grade and the evidence.
  const answer = (institution, role, party, when) => {
    const found = groupOf(institution, role);
    if (!found) return { answer: "unknown", grade: "unrecorded", evidence: [] };
    const stretches = met(lineOf(found.group, party), when);
    const grade = gradeOf(stretches, found.place);
    const word = grade === "certain" ? "yes" : grade ? "unknown" : "no";
    return { answer: word, grade, evidence: evidenceOf(stretches, found.group.statuses) };
  };

  // The statuses that a party may have, each with its grade, and the evidence.
  const statusOn = (party, when) => {
    const { group } = groupOf(register.id, "member");
    const stretches = met(lineOf(group, party), when);
    const grades = group.statuses.map((status, place) => [status, gradeOf(stretches, place)]);
    return { statuses: grades.filter(([, grade]) => grade), evidence: evidenceOf(stretches, group.statuses) };
  };

  const rolesOf = (institution) =>
    facts.groups[institution].flatMap(({ statuses }) => statuses.filter((each) => each !== "none"));

  // Without a date: on the day of the latest evidence.
  const dayOf = (process, when) => when ?? oneDay(facts.processes[process].latest);

  const roster = (process, when) => {
    const on = dayOf(process, when);
    return { on, roles: rolesOf(process).map((role) => [role, memberList(process, role, on)]) };
  };

  const processesOf = (party, when) =>
    Object.keys(facts.processes).flatMap((process) => {
      const on = dayOf(process, when);
      const roles = rolesOf(process).map((role) => ({ process, role, on, ...answer(process, role, party, on) }));
      return roles.filter(({ grade }) => grade && grade !== "unrecorded");
    });

  const changesOf = (lines) => [...new Set(lines.flatMap((line) => unpack(line).days))].sort((a, b) => a - b);

  // The days on which an answer about an institution, or about one party of it, may change.
  const changeDays = (institution, party) =>
    changesOf(facts.groups[institution].flatMap((group) =>
      party ? [lineOf(group, party)] : [...Object.values(group.named), ...facts.others[group.others].slice(0, 2)]));

  // Outside the covered period the answer assumes that nothing changed. Python warns, too. Before
  // the founding the answer is a plain “no”, without a warning.
  const coverage = (of, when) => {
    const before = of.from && !of.founded && when.first < of.from[1];
    if (!before && when.last <= of.until[1]) return "";
    const assumed = before ? "nothing was recorded before" : "nothing changed since";
    const known = `${(of.from ?? of.founded ?? [".."])[0]} to ${of.until[0]}`;
    return `${when.text} is outside the covered period (${known}). The answer assumes that ${assumed}.`;
  };

  return {
    readDate, oneDay, dayText, coverage, isOrganization, memberList, answer, statusOn, roster, processesOf, changeDays,
  };
};
