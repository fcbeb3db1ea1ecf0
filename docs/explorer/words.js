// The sentences of the explorer: a date, a tally, and what an institution or a state was.
"use strict";

globalThis.migrationgovWords = (facts, lookup) => {
  const { MONTHS } = globalThis.migrationgovDates;
  const PLURALS = {
    member: "Members", observer: "Observers", associate: "Associates", party: "Parties", signatory: "Signatories",
    partner: "Partners", participant: "Participants",
  };
  const GRADES = ["certain", "listed", "possible"];
  const today = lookup.readDate(facts.asOf).last;

  const spaced = (text) => text.replaceAll("-", " ").replace("co chair", "co-chair");
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  const article = (noun) => `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
  const title = (role) => PLURALS[role] ?? capital(spaced(role));
  const count = (number, noun) => `${number} ${number === 1 ? noun : noun.replace(/y$/, "ie").replace(/$/, "s")}`;
  const list = (names) => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);

  // 2 December 2002, December 2002, 2002.
  const dateWords = (text) => {
    const [year, month, day] = text.split("-");
    return [day && Number(day), month && MONTHS[month - 1], year].filter(Boolean).join(" ");
  };

  const isDay = (when) => when.first === when.last;
  const during = (when) => `${isDay(when) ? "on" : "in"} ${dateWords(when.text)}`;

  const nameOf = (party) => facts.parties[party]?.[0] ?? party;
  const isMain = (id) => id === facts.register.id;
  const institution = (id) => (isMain(id) ? facts.register : facts.institutions[id]);
  const shortName = (id) => (isMain(id) ? "IOM" : facts.institutions[id].name);
  const called = (id) => (isMain(id) ? "IOM" : `the ${facts.institutions[id].name.replace(/^the /i, "")}`);
  const began = (id) => institution(id).from ?? institution(id).founded ?? null;

  // The verb for a date: is, from the day of the facts on.
  const past = (when) => when.last < today;

  // Beyond the evidence an answer assumes that nothing changed; the sentence says so itself.
  const assumed = (id, when) => {
    const [text, last] = institution(id).until;
    if (when.last <= last) return "";
    return `, if nothing changed since ${dateWords(/^[\d-]+$/.test(text) ? text : lookup.dayText(last))}`;
  };

  // A list that is later than the date, from which a reading is carried back: a list of about 2020;
  // later lists, most by that of about 2020. Empty if there is none.
  const listDate = ({ text, since }) => {
    const [, date, about] = /^list of ([\d-]+)(~?)$/.exec(text) ?? [];
    return date ? `${about ? "about " : ""}${dateWords(date)}` : dateWords(lookup.dayText(since).slice(0, 4));
  };
  const laterList = (evidence, when) => {
    const later = evidence.filter(({ since }) => since > when.last);
    if (!later.length) return "";
    const resting = (list) => later.filter(({ record }) => record === list.record).length;
    const main = later.reduce((best, each) => (resting(each) > resting(best) ? each : best));
    return resting(main) === later.length ? `a list of ${listDate(main)}` : `later lists, most by that of ${listDate(main)}`;
  };

  // Of how many parties the reading is carried back: , 29 of them by a list of about 2020.
  const carriedBack = (role, listed, known, when) => {
    const own = listed.map(({ evidence }) => evidence.filter(({ status }) => status === role));
    const number = own.filter((each) => laterList(each, when)).length;
    if (!number) return "";
    return `, ${number < known ? `${number} of them ` : ""}by ${laterList(own.flat(), when)}`;
  };

  // -- an institution ------------------------------------------------------------------------------

  // all certain; all listed; 3 certain, 2 listed.
  const mix = (certain, listed) => {
    if (certain && listed) return `${certain} certain, ${listed} listed`;
    return certain + listed > 1 ? `all ${certain ? "certain" : "listed"}` : certain ? "certain" : "listed";
  };

  const grades = (certain, listed, possible, carried) =>
    (possible || (certain && listed) ? ` (${mix(certain, listed)}${carried})` : `, ${mix(certain, listed)}${carried}`) + (possible ? `, and ${possible} more possible` : "");

  const mainNoun = (role) => (role === "party" ? "party" : "member state");

  const mainSentence = (id, role, { state: found }, when) => {
    const [certain, listed, possible] = GRADES.map((grade) => found[grade].length);
    const time = capital(during(when)) + assumed(id, when);
    const open = found.complete ? "" : " Others may be missing: there is no complete list.";
    const start = began(id);
    if (certain + listed) {
      const had = past(when) ? "had" : "has";
      const carried = carriedBack(role, found.listed, certain + listed, when);
      return `${time}, ${called(id)} ${had} ${count(certain + listed, mainNoun(role))}${grades(certain, listed, possible, carried)}.${open}`;
    }
    if (possible) {
      const may = `${count(possible, "state")} may ${past(when) ? "have been" : "be"} ${possible === 1 ? article(role) : title(role).toLowerCase()}`;
      return `${time}, ${may} of ${called(id)}: the sources leave it open.${open}`;
    }
    if (start && when.last < start[1]) return `${time}, ${called(id)} did not exist yet.`;
    if (found.complete) return `${time}, ${called(id)} had no ${role === "party" ? "parties" : "member states"} on record.`;
    return `${time}, no record names a ${role} of ${called(id)}.${open}`;
  };

  // Those whom the best reading gives another role are not counted as possible, nor those who are
  // counted as possible members.
  const open = (role, found, first) => found.possible.filter(({ party, evidence }) =>
    !evidence.some(({ status }) => status !== role) && !first.some((each) => each.party === party)).length;

  const tally = (role, found, noun, first) => {
    const known = found.certain.length + found.listed.length;
    const possible = open(role, found, first);
    if (!known) return possible ? `${possible} possible ${count(possible, noun).replace(/^\d+ /, "")}` : "";
    return count(known, noun) + (found.listed.length ? ` (${mix(found.certain.length, found.listed.length)})` : "") + (possible ? `, and ${possible} more possible` : "");
  };

  // Smaller roles, as that of a host, are in the list alone.
  const OTHERS = ["observer", "signatory", "associate", "participant", "partner"];
  const stateTally = ([role, { state }], first) => tally(role, state, role === "observer" ? "observer state" : role, first.state.possible);
  const organizations = (roles, main, first) => {
    const possible = (role) => (role === main ? [] : first.organization.possible);
    const named = roles.map(([role, { organization }]) => tally(role, organization, role, possible(role))).filter(Boolean);
    return named.length ? `Organizations: ${named.join("; ")}.` : "";
  };

  const SINGLE = ["chair", "co-chair"];
  const chairSentence = (role, found) => {
    const roles = ["certain", "listed"].flatMap((grade) => found[grade].map(({ party }) => nameOf(party) + (grade === "listed" ? " (listed)" : "")));
    return roles.length ? `${capital(spaced(role))}: ${list(roles)}.` : "";
  };

  const rosterSentence = (id, roles, when) => {
    const main = lookup.mainRole(id);
    const others = roles.filter(([role]) => OTHERS.includes(role));
    const chairs = roles.filter(([role]) => SINGLE.includes(role)).map(([role, { state }]) => chairSentence(role, state));
    const first = roles.find(([role]) => role === main)?.[1] ?? lookup.memberList(id, main, when);
    const tallies = others.map((each) => stateTally(each, first)).filter(Boolean).map((text) => `${text}.`);
    const organized = organizations(roles.filter(([role]) => [main, ...OTHERS].includes(role)), main, first);
    return [mainSentence(id, main, first, when), ...tallies, organized, ...chairs].filter(Boolean).join(" ");
  };

  // -- a state -------------------------------------------------------------------------------------

  const no = (role, id, when) => {
    const answer = isDay(when) ? `Not ${article(role)} of ${called(id)} on ${dateWords(when.text)}` : `Not ${article(role)} at any time ${during(when)}`;
    return `${answer}${assumed(id, when)}.`;
  };

  // The first sentence names the party, the institution and the time; later ones say “it”.
  const roleSentence = (role, { grade, evidence }, id, party, when, again) => {
    const [was, been] = past(when) ? ["was", "have been"] : ["is", "be"];
    const single = SINGLE.includes(role) || role.startsWith("support") || role === "secretariat";
    const one = single ? `the ${spaced(role)}` : article(spaced(role));
    const [who, where, time] = again ? ["It", "", ""] : [nameOf(party), ` of ${called(id)}`, ` ${during(when)}`];
    const through = again || isDay(when) ? time : ` all through ${dateWords(when.text)}`;
    const given = again ? "" : assumed(id, when);
    const basis = laterList(evidence.filter(({ status }) => status === role), when) || "the best reading";
    if (grade === "certain") return `${who} ${was} ${one}${where}${through}${given}: certain.`;
    if (grade === "listed") return `${who} ${was} ${one}${where}${time} by ${basis}${given}: listed.`;
    if (grade === "possible") return `${who} may ${been} ${one}${where}${time}${given}: possible.`;
    return grade ? `No record says whether ${nameOf(party)} ${was} ${one} of ${called(id)} ${during(when)}: unknown.` : no(role, id, when);
  };

  // -- what happened near the time, and why an answer is open -----------------------------------------

  const dayWords = (day) => dateWords(lookup.dayText(day));
  const oneOf = (role, grade) => `${grade === "listed" ? "listed as " : ""}${article(spaced(role))}`;

  // A party that was none at first and one at last, or the other way round: when that changed. A
  // date between is open where the sources give no day.
  const stepSentence = (role, id, party, when, runs) => {
    const [from, to] = [runs[0], runs.at(-1)];
    const known = runs.length === 2 || (runs.length === 3 && runs[1].sort === "open");
    if (!known || from.sort === to.sort || [from.sort, to.sort].includes("open")) return "";
    const [first, last] = [runs[1].first, to.first];
    const joins = to.sort === "yes";
    const day = joins ? 0 : -1; // the last day as a member is the day before
    const on = first === last ? `${joins ? "on " : ""}${dayWords(first + day)}` : `a day from ${dayWords(first + day)} to ${dayWords(last + day)}`;
    const only = `, so not on all days of ${dateWords(when.text)}: possible.`;
    if (!joins) return `${nameOf(party)} was ${oneOf(role, from.ends)} of ${called(id)} until ${on}${only}`;
    if (to.begins === "listed") return `${nameOf(party)} is ${oneOf(role, "listed")} of ${called(id)} from ${on.replace(/^on /, "")} on${only}`;
    return `${nameOf(party)} became ${oneOf(role, "")} of ${called(id)} ${first === last ? "" : "on "}${on}${only}`;
  };

  // The days around that the sources leave open, and what is known on both sides.
  const openSentence = (role, all, run) => {
    const [before, after] = [all[all.indexOf(run) - 1], all[all.indexOf(run) + 1]];
    const side = (each, grade) => (each.sort === "yes" ? oneOf(role, grade) : `not ${article(spaced(role))}`);
    const ended = after && after.first <= today;
    const from = before ? `from ${dayWords(run.first)}` : "";
    const until = ended ? `${before ? "to" : "until"} ${dayWords(run.last)}` : before ? "on" : "on all days";
    const sides = [before && `before that it was ${side(before, before.ends)}`, ended && `after that it was ${side(after, after.begins)}`];
    return `The sources leave it open ${[from, until].filter(Boolean).join(" ")}${sides.some(Boolean) ? `: ${sides.filter(Boolean).join(", ")}` : ""}.`;
  };

  // Of one that is none: until when it was one, or from when on. Days beside may be open.
  const nearSentence = (role, all, when) => {
    const before = all.findLastIndex((run) => run.sort === "yes" && run.last < when.first);
    const after = all.findIndex((run) => run.sort === "yes" && run.first > when.last && run.first <= today);
    const until = (run, next) => `${oneOf(role, run.ends)} ${next.sort === "open" ? "at least " : ""}until ${dayWords(run.last)}`;
    const from = (run, previous) => `${oneOf(role, run.begins)} from ${dayWords(run.first)} ${previous.sort === "open" ? "at the latest" : "on"}`;
    const found = [before >= 0 && until(all[before], all[before + 1]), after > 0 && from(all[after], all[after - 1])].filter(Boolean);
    return found.length ? `${capital(found.join(", "))}.` : "";
  };

  // The sentence about the role that makes one belong, with what explains it.
  const mainPartySentence = (role, answer, id, party, when) => {
    const all = lookup.runsOf(id, role, party);
    const runs = all.filter((run) => run.first <= when.last && run.last >= when.first);
    const plain = roleSentence(role, answer, id, party, when, false);
    if (answer.grade === "") return [plain, nearSentence(role, all, when)].filter(Boolean).join(" ");
    if (answer.grade !== "possible") return plain;
    const open = runs.find(({ sort }) => sort === "open");
    return stepSentence(role, id, party, when, runs) || (open ? `${plain} ${openSentence(role, all, open)}` : plain);
  };

  // A suspended member is a member: a sentence of its own tells that it is suspended. It
  // is possible where some day of the time, or a doubted date, leaves it open.
  const suspensionSentence = (id, party, when) => {
    const runs = (facts.suspended[id]?.[party] ?? []).map(([first, last, certain]) => ({ first, last: last || Infinity, certain }));
    const met = runs.filter(({ first, last }) => first <= when.last && last >= when.first);
    if (!met.length) return "";
    if (met.some(({ first, last, certain }) => certain && first <= when.first && last >= when.last)) {
      return `Its membership ${past(when) ? "was" : "is"} suspended${assumed(id, when)}: certain.`;
    }
    return `Its membership may ${past(when) ? "have been" : "be"} suspended${assumed(id, when)}: possible.`;
  };

  const partySentence = (id, party, roles, when) => {
    const main = lookup.mainRole(id);
    const answers = roles.map((role) => [role, lookup.answer(id, role, party, when)]);
    const named = answers.filter(([role, { grade, other }]) => role !== main && grade && grade !== "unrecorded" && !(grade === "possible" && other));
    const known = named.some(([, { grade }]) => grade !== "possible");
    const first = answers.find(([role]) => role === main) ?? [main, lookup.answer(id, main, party, when)];
    const leading = known && first[1].grade === "unrecorded" ? [] : [first];
    const sentences = [...leading, ...named].map(([role, answer], at) => (
      role === main ? mainPartySentence(role, answer, id, party, when) : roleSentence(role, answer, id, party, when, at > 0)));
    return [...sentences, suspensionSentence(id, party, when)].filter(Boolean).join(" ");
  };

  return {
    GRADES, today, spaced, capital, article, title, count, list, dateWords, isDay, during, nameOf, isMain, institution,
    shortName, called, began, rosterSentence, partySentence,
  };
};
