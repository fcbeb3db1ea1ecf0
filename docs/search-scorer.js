// How the search of the site orders what it finds: a state or an institution whose short name is
// asked for, or begins with what is asked for, comes before texts that mention it. An exact other
// name (an entry of the index) has up to 100 points by itself; it leads to the top of its page, and
// is the same result as the page.
var Scorer = (() => {
  const EQUAL = 200, BEGINS = 100, ANCHOR = 2;
  const folded = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase().trim();
  const asked = folded(new URLSearchParams(location.search).get("q") ?? "");
  const score = (result) => {
    const [page, title, anchor, , points] = result;
    if (!asked || !page.startsWith("data/")) return points;
    if (anchor.startsWith("#index-")) result[ANCHOR] = "";
    const name = folded(title);
    if (name === asked) return points + EQUAL;
    return name.startsWith(`${asked} `) ? points + BEGINS : points;
  };
  // What Sphinx takes where nothing is said.
  return {
    score, objNameMatch: 11, objPartialMatch: 6, objPrio: { 0: 15, 1: 5, 2: -5 }, objPrioDefault: 0,
    title: 15, partialTitle: 7, term: 5, partialTerm: 2,
  };
})();
