// A field above what is long (a table of more than forty rows, the disagreements): it keeps what has
// the words of the reader, in any order, without accents. Without this script all is there to read.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const LONG = 40;
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const makeField = (label, items, place, update = () => {}) => {
    const texts = new Map();
    const textOf = (item) => texts.get(item) ?? texts.set(item, folded(item.textContent)).get(item);
    const field = document.createElement("input");
    const count = document.createElement("output");
    const line = document.createElement("label");
    field.type = "search";
    line.className = "mg-filter";
    line.append(`${label} `, field, " ", count);
    field.addEventListener("input", () => {
      const words = folded(field.value).split(/\s+/).filter(Boolean);
      for (const item of items) item.hidden = !words.every((word) => textOf(item).includes(word));
      const left = items.filter((item) => !item.hidden).length;
      count.textContent = words.length ? `${left} of ${items.length}` : "";
      update();
    });
    place.before(line);
  };

  for (const table of document.querySelectorAll(".mg-table table")) {
    const rows = [...table.querySelectorAll("tbody > tr")];
    if (rows.length > LONG) makeField("Keep rows with", rows, table.closest(".mg-table"));
  }

  // An institution without a disagreement that is kept is left out, with what stands under its name.
  const doubts = [...document.querySelectorAll("article article.mg-doubt")];
  const headings = [...document.querySelectorAll("article h2[id^=about-]")];
  const partsOf = (heading) => {
    const found = [heading];
    for (let next = heading.nextElementSibling; next && next.tagName !== "H2"; next = next.nextElementSibling) found.push(next);
    return found;
  };
  if (headings.length) {
    const groups = headings.map(partsOf);
    makeField("Keep disagreements with", doubts, headings[0], () => {
      for (const parts of groups) {
        const own = parts.filter((each) => each.matches(".mg-doubt"));
        for (const each of parts) if (!own.includes(each)) each.hidden = own.every(({ hidden }) => hidden);
      }
    });
  }
});
