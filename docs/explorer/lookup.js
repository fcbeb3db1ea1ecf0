// The answers of the explorer. These functions conclude nothing: the library has computed the grade of
// every status in every stretch of days, and they look the stretches up. A month or a year means all
// its days, as in Python: its grade is the lowest of these days, or “possible” if a day of them gives
// no more. No function here changes the page.
"use strict";

globalThis.migrationgovLookup = (facts) => {
  const { readDate, oneDay, dayText } = globalThis.migrationgovDates;
  const register = facts.register;
  // By the digit of a stretch. “unrecorded”: possible, but no record names the party in this status.
  const GRADES = ["", "unrecorded", "possible", "listed", "certain"];

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

  const NO_DATE = readDate("9999").first; // stands for a missing date in many files: any day

  const met = (line, when) => {
    const { days, stretches } = unpack(line);
    if (when.last >= NO_DATE) return stretches;
    return stretches.slice(placeOf(days, when.first), placeOf(days, when.last) + 1);
  };

  // Facts give the parties of each line, as one text: {line: "KAZ KGZ"}.
  const byParty = (lines) =>
    new Map(Object.entries(lines).flatMap(([line, parties]) => parties.split(" ").map((party) => [party, Number(line)])));

  const others = facts.others.map(([state, organization, own]) => ({ state, organization, own: byParty(own) }));

  const groups = new Map(Object.entries(facts.groups).map(([institution, found]) => [institution, found.map(([statuses, named, place]) => (
    { statuses: statuses.split(" "), named: byParty(named), others: others[place] }))]));

  // The group of statuses that has a role, and the place of the role in it; null without evidence.
  const groupOf = (institution, role) => {
    const group = groups.get(institution).find((each) => each.statuses.includes(role));
    return group ? { group, place: group.statuses.indexOf(role) } : null;
  };

  const kindOf = (party) => (isOrganization(party) ? "organization" : "state");

  const lineOf = ({ named, others: { own, ...usual } }, party) => named.get(party) ?? own.get(party) ?? usual[kindOf(party)];

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

  // organizations (and groups), treaties or processes: the folder of its page.
  const sortOf = (institution) => facts.institutions[institution].page.split("/")[0];

  // -- answers -----------------------------------------------------------------------------------

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
    for (const kind of ["state", "organization"]) look(kind, group.others[kind], "");
    for (const [party, line] of group.named) look(kindOf(party), line, party);
    for (const [party, line] of group.others.own) { // a state that ended before the table of a treaty
      if (met(line, when).some((each) => each[0][place] === "1")) found[kindOf(party)].complete = false;
    }
    return found;
  };

  // The answer for one party and one role: yes, no or unknown, with the grade and the evidence.
  const answer = (institution, role, party, when) => {
    const found = groupOf(institution, role);
    if (!found) return { answer: "unknown", grade: "unrecorded", evidence: [] };
    const stretches = met(lineOf(found.group, party), when);
    const grade = gradeOf(stretches, found.place);
    const word = grade === "certain" ? "yes" : grade ? "unknown" : "no";
    const other = stretches.every(([digits]) => [...digits].some((digit, at) => at && at !== found.place && digit > "2"));
    return { answer: word, grade, other, evidence: evidenceOf(stretches, found.group.statuses) };
  };

  // The records that decide on some day, whatever the day; null where no record names the party.
  const recordsOf = (institution, party) => {
    const its = groups.get(institution).filter(({ named }) => named.has(party));
    const found = its.flatMap(({ named, statuses }) => evidenceOf(unpack(named.get(party)).stretches, statuses));
    return its.length ? found.filter((each, at) => found.findIndex((other) => other.record === each.record) === at) : null;
  };

  // The statuses that a party may have, each with its grade, and the evidence.
  const statusOn = (party, when) => {
    const { group } = groupOf(register.id, "member");
    const stretches = met(lineOf(group, party), when);
    const grades = group.statuses.map((status, place) => [status, gradeOf(stretches, place)]);
    return { statuses: grades.filter(([, grade]) => grade), evidence: evidenceOf(stretches, group.statuses) };
  };

  const rolesOf = (institution, when) =>
    groups.get(institution).flatMap(({ statuses }) => statuses.filter((each) => each !== "none" && (when || facts.lasting.includes(each))));

  // Without a date: the roles that last, on the day of the latest evidence.
  const dayOf = (institution, when) => when ?? oneDay(facts.institutions[institution].latest);

  const roster = (institution, when) => {
    const on = dayOf(institution, when);
    return { on, roles: rolesOf(institution, when).map((role) => [role, memberList(institution, role, on)]) };
  };

  // The roles of a party in all institutions but IOM. A party that is listed in another role of the
  // same group on all days is not shown as a possible holder of this one.
  const rolesIn = (party, when) =>
    Object.keys(facts.institutions).flatMap((institution) => {
      const on = dayOf(institution, when);
      const roles = rolesOf(institution, when).map((role) => ({ institution, role, on, ...answer(institution, role, party, on) }));
      return roles.filter(({ grade, other }) => grade && grade !== "unrecorded" && !(grade === "possible" && other));
    });

  const changesOf = (lines) => [...new Set(lines.flatMap((line) => unpack(line).days))].sort((a, b) => a - b);

  // The days on which an answer about an institution, or about one party of it, may change.
  const changeDays = (institution, party) =>
    changesOf(groups.get(institution).flatMap((group) =>
      party ? [lineOf(group, party)] : [...group.named.values(), group.others.state, group.others.organization]));

  // The role that makes one belong: member, or party to a treaty.
  const mainRole = (institution) => groups.get(institution)[0].statuses[1];

  // How many states have the role, from which day on: [[day, certain, listed, possible]].
  const growthOf = (institution, role, until) => {
    const { group, place } = groupOf(institution, role);
    const steps = new Map(); // what each day adds to the three numbers
    const add = (day, digit, number) => {
      if (digit < 2) return;
      if (!steps.has(day)) steps.set(day, [0, 0, 0]);
      steps.get(day)[4 - digit] += number;
    };
    for (const [party, line] of group.named) {
      if (isOrganization(party)) continue;
      const { days, stretches } = unpack(line);
      stretches.forEach(([digits], at) => {
        add(at ? days[at - 1] : 1, Number(digits[place]), 1);
        if (at < days.length) add(days[at], Number(digits[place]), -1);
      });
    }
    const sums = [0, 0, 0];
    return [...steps].sort((a, b) => a[0] - b[0]).filter(([day]) => day <= until)
      .map(([day, added]) => [day, ...added.map((number, at) => (sums[at] += number))]);
  };

  // The first of the days, without a gap until this one, on which the best reading gives the role;
  // null if it does not give it on this day.
  const heldSince = (institution, role, party, day) => {
    const { group, place } = groupOf(institution, role);
    const { days, stretches } = unpack(lineOf(group, party));
    let at = placeOf(days, day);
    if (stretches[at][0][place] < "3") return null;
    while (at > 0 && stretches[at - 1][0][place] > "2") at -= 1;
    return at ? days[at - 1] : 1;
  };

  // The time in which a party has a role (“yes”: certain or listed), has it not, or neither is known:
  // [{sort, first, last, begins, ends}], with the grade of the first and of the last day.
  const SORTS = ["no", "open", "open", "yes", "yes"];
  const runsOf = (institution, role, party) => {
    const { group, place } = groupOf(institution, role);
    const { days, stretches } = unpack(lineOf(group, party));
    const runs = [];
    stretches.forEach(([digits], at) => {
      const [sort, grade] = [SORTS[digits[place]], GRADES[digits[place]]];
      const [first, last] = [at ? days[at - 1] : 1, (days[at] ?? Infinity) - 1];
      if (runs.at(-1)?.sort === sort) Object.assign(runs.at(-1), { last, ends: grade });
      else runs.push({ sort, first, last, begins: grade, ends: grade });
    });
    return runs;
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

  return {
    NO_DATE, readDate, oneDay, dayText, coverage, isOrganization, sortOf, memberList, answer, recordsOf, statusOn, roster, rolesIn, changeDays,
    rolesOf, mainRole, growthOf, heldSince, runsOf,
  };
};
