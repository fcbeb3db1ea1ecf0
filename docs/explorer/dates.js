// Dates that a reader types: a day, a month or a year, in digits or with the month as a word. Numbers
// that do not show which is the day and which the month are refused, as in Python, with both readings.
"use strict";

globalThis.migrationgovDates = (() => {
  const DAY = 86400000;
  const UNIX_EPOCH = 719163; // as date.toordinal() counts 1 January 1970
  const MONTHS = "January February March April May June July August September October November December".split(" ");
  const FILLERS = ["st", "nd", "rd", "th", "of"];

  const ordinal = (year, month, day) => {
    const moment = new Date(0);
    moment.setUTCFullYear(year, month - 1, day);
    return Math.round(moment.getTime() / DAY) + UNIX_EPOCH;
  };

  const dayText = (day) => {
    const moment = new Date((day - UNIX_EPOCH) * DAY);
    return digits(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate());
  };

  const wide = (number, length) => String(number).padStart(length, "0");
  const digits = (year, month, day) => [wide(year, 4), wide(month, 2), day && wide(day, 2)].filter(Boolean).join("-");

  const isDay = (year, month, day) => month >= 1 && month <= 12 && day >= 1 && dayText(ordinal(year, month, day)) === digits(year, month, day);

  // 2 December 2002, December 2, 2002, Dec 2002: one month as a word, one year, at most one day.
  const inDigits = (text) => {
    if (!/^\w[\w ,.]*$/.test(text)) return text;
    const words = (text.toLowerCase().match(/[a-z]+/g) ?? []).filter((word) => !FILLERS.includes(word));
    const numbers = text.match(/\d+/g) ?? [];
    const year = numbers.filter((number) => number.length === 4);
    const day = numbers.filter((number) => number.length < 3);
    if (words.length !== 1 || year.length !== 1 || day.length > 1 || numbers.length !== 1 + day.length) return text;
    const month = MONTHS.findIndex((name) => [name.toLowerCase(), name.slice(0, 3).toLowerCase(), name === "September" ? "sept" : ""].includes(words[0]));
    return month < 0 ? text : digits(year[0], month + 1, day[0]);
  };

  // A date with its first and last day; null for anything else.
  const readDate = (text) => {
    const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(inDigits(text.trim()));
    if (!parts || parts[1] === "0000") return null;
    const [year, month, day] = parts.slice(1).map((part) => part && Number(part));
    if (month !== undefined && (month < 1 || month > 12)) return null;
    const first = ordinal(year, month ?? 1, day ?? 1);
    if (day !== undefined) return isDay(year, month, day) ? { text: parts[0], first, last: first } : null;
    const last = month ? ordinal(year, month + 1, 0) : ordinal(year, 12, 31);
    return { text: parts[0], first, last };
  };

  const oneDay = (day) => ({ text: dayText(day), first: day, last: day });

  // What three numbers may mean: 12/02/2002 is 12 February or 2 December.
  const readings = (text) => {
    const [, one, two, three] = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})$/.exec(text) ?? [];
    const [year, ...others] = one?.length === 4 ? [one, three, two] : three?.length === 4 ? [three, one, two] : [];
    if (!year || others.some((each) => each.length > 2)) return [];
    const [day, month] = others.map(Number);
    const found = [[month, day], [day, month]].filter(([month_, day_]) => isDay(Number(year), month_, day_));
    return [...new Set(found.map(([month_, day_]) => `${digits(year, month_, day_)} (${day_} ${MONTHS[month_ - 1]})`))];
  };

  // Why a text is no date, and what to write.
  const advice = (text) => {
    const meant = readings(text.trim());
    const known = meant.length ? meant.join(" or ") : "2002-12-02, 2002-12, 2002 or 2 December 2002";
    const why = meant.length ? ": numbers alone do not show which is the day and which the month" : "";
    return `The explorer cannot read the date “${text}”${why}. Write ${known}.`;
  };

  return { MONTHS, dayText, readDate, oneDay, advice };
})();
