"use strict";
// What is shown stands behind the # of the address, so that a view can be kept, sent and tested.
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const texts = data.texts, words = data.words;
  const table = document.getElementById("units"), body = table.tBodies[0];
  const search = document.getElementById("q"), state = document.getElementById("s"), department = document.getElementById("d");
  const rows = Array.from(body.rows).map(function (row, index) {
    return {row: row, index: index, unit: data.units[index], state: row.dataset.s, department: row.dataset.d, key: plain(row.textContent + " " + texts[data.units[index].who])};
  });
  let view = {};
  let shownDetail = null;

  function plain(text) { return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " "); }

  function read() {
    const next = {};
    location.hash.replace(/^#/, "").split("&").forEach(function (part) {
      const at = part.indexOf("=");
      if (at > 0) {
        try { next[part.slice(0, at)] = decodeURIComponent(part.slice(at + 1)); } catch (broken) { /* not an address of ours */ }
      }
    });
    return next;
  }

  function go(change) {
    const next = Object.assign({}, view, change);
    const hash = Object.keys(next).filter(function (key) { return next[key]; }).map(function (key) { return key + "=" + encodeURIComponent(next[key]); }).join("&");
    try { history.replaceState(null, "", "#" + hash); } catch (refused) { location.hash = hash; }
    show();
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) { made.className = className; }
    if (text !== undefined) { made.textContent = text; }
    return made;
  }

  const collator = new Intl.Collator("zh");

  function sort() {
    const wanted = view.sort || "";
    if (table.dataset.sorted === wanted) { return; }
    table.dataset.sorted = wanted;
    const sign = wanted.startsWith("-") ? -1 : 1, name = wanted.replace(/^-/, "");
    const order = rows.slice();
    Array.from(table.tHead.rows[0].cells).forEach(function (cell, column) {
      cell.removeAttribute("aria-sort");
      if (name && cell.dataset.k === name) {
        const isNumber = cell.dataset.n === "1";
        order.forEach(function (each) { each.by = isNumber ? Number(each.row.cells[column].dataset.v) : each.row.cells[column].dataset.v; });
        order.sort(function (a, b) { return sign * (isNumber ? a.by - b.by : collator.compare(a.by, b.by)) || a.index - b.index; });
        cell.setAttribute("aria-sort", sign < 0 ? "descending" : "ascending");
      }
    });
    const sorted = document.createDocumentFragment();
    order.forEach(function (each) { sorted.appendChild(each.row); });
    body.appendChild(sorted);
  }

  function show() {
    view = read();
    if (search.value !== (view.q || "")) { search.value = view.q || ""; }
    state.value = view.s || "";
    department.value = view.d || "";
    if (shownDetail) { shownDetail.remove(); shownDetail = null; }
    sort();
    const wanted = plain(view.q || "").split(" ").filter(Boolean);
    let count = 0;
    rows.forEach(function (each) {
      const fits = (!view.s || each.state === view.s) && (!view.d || each.department === view.d) && wanted.every(function (word) { return each.key.includes(word); })
        && (!view.r || each.unit.rules.includes(data.rules.indexOf(view.r)));
      each.row.hidden = !fits;
      each.row.classList.remove("open");
      if (fits) { count++; }
      if (fits && view.u === each.row.dataset.u) {
        each.row.classList.add("open");
        shownDetail = detail(each);
      }
    });
    if (shownDetail) { body.querySelector("tr.open").after(shownDetail); }
    document.getElementById("count").textContent = words.shown.replace("{n}", count).replace("{all}", rows.length) + (view.r ? " " + words.byRule.replace("{rule}", view.r) : "");
    document.getElementById("all").hidden = !(view.q || view.s || view.d || view.r);
  }

  function detail(each) {
    const unit = each.unit, row = element("tr", "detail"), cell = element("td");
    cell.colSpan = table.tHead.rows[0].cells.length;
    row.appendChild(cell);
    if (texts[unit.who]) { cell.appendChild(element("p", "hint", texts[unit.who])); }
    unit.says.forEach(function (said) { cell.appendChild(element("p", "", texts[said])); });
    part(cell, words.remarks, unit.remarks, true);
    part(cell, words.findings, unit.findings, true);
    if (unit.more) { cell.appendChild(element("p", "hint", words.more.replace("{n}", unit.more))); }
    part(cell, words.later, unit.later, false);
    part(cell, words.fixed, unit.fixed, false);
    part(cell, words.waived, unit.waived, false);
    if (unit.rounds.length) { cell.appendChild(element("h3", "", words.submissions)); cell.appendChild(rounds(unit.rounds)); }
    return row;
  }

  // A point: severity, rule, message, remedy, places, whether it was told before.
  function part(cell, title, points, numbered) {
    if (!points.length) { return; }
    cell.appendChild(element("h3", "", title));
    const list = element(numbered ? "ol" : "ul");
    points.forEach(function (point) {
      const item = element("li");
      item.appendChild(element("span", "sev " + data.severities[point[0]][0], data.severities[point[0]][1]));
      if (texts[point[4]]) { item.appendChild(element("span", "place", texts[point[4]])); }
      item.appendChild(document.createTextNode(texts[point[2]]));
      if (point[5]) { item.appendChild(element("span", "again", words.again)); }
      item.appendChild(element("span", "rule", data.rules[point[1]]));
      if (texts[point[3]]) { item.appendChild(element("div", "cure", words.remedy + texts[point[3]])); }
      list.appendChild(item);
    });
    cell.appendChild(list);
  }

  function rounds(list) {
    const scroll = element("div", "scroll"), made = element("table"), head = made.createTHead().insertRow(), rowsOf = made.createTBody();
    words.columns.forEach(function (name, column) { head.appendChild(element("th", column > 1 && column < 5 ? "num" : "", name)); });
    list.forEach(function (round) {
      const row = rowsOf.insertRow();
      round.forEach(function (value, column) {
        const text = column > 1 && column < 5 ? String(value) : texts[value];
        row.appendChild(element("td", column > 1 && column < 5 ? "num" : column === 6 ? "mono" : "", text));
      });
    });
    scroll.appendChild(made);
    return scroll;
  }

  document.documentElement.classList.add("js");
  document.getElementById("controls").hidden = false;
  let typing = 0;
  search.addEventListener("input", function () { clearTimeout(typing); typing = setTimeout(function () { go({q: search.value.trim(), u: ""}); }, 120); });
  state.addEventListener("change", function () { go({s: state.value, u: ""}); });
  department.addEventListener("change", function () { go({d: department.value, u: ""}); });
  document.getElementById("all").addEventListener("click", function () { go({q: "", s: "", d: "", r: "", u: ""}); });
  // Not buttons: a browser does not print those again on every page.
  Array.from(table.tHead.rows[0].cells).forEach(function (cell) {
    const name = cell.dataset.k;
    const turn = function () { go({sort: view.sort === name ? "-" + name : view.sort === "-" + name ? "" : name}); };
    cell.tabIndex = 0;
    cell.addEventListener("click", turn);
    cell.addEventListener("keydown", function (event) { if (event.key === "Enter") { turn(); } });
  });
  body.addEventListener("click", function (event) {
    const row = event.target.closest("tr.unit");
    if (!row || window.getSelection().toString()) { return; }
    event.preventDefault();
    go({u: view.u === row.dataset.u ? "" : row.dataset.u});
  });
  document.addEventListener("click", function (event) {
    const link = event.target.closest("a[data-s], a[data-r]");
    if (!link) { return; }
    event.preventDefault();
    go({s: link.dataset.s || "", r: link.dataset.r || "", q: "", d: "", u: ""});
    document.getElementById("list").scrollIntoView();
  });
  window.addEventListener("hashchange", show);
  show();
  document.documentElement.dataset.ready = Math.round(performance.now());
}());
