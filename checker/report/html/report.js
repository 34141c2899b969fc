
(() => {
  "use strict";
  const root = document.documentElement;
  const keep = (value) => { try { localStorage.setItem("checker-theme", value); } catch { /* opened from disk */ } };
  try { root.dataset.theme = localStorage.getItem("checker-theme") || ""; } catch { /* the system decides */ }

  // The hash holds all state: `#finding-x`, `#q=ferry&show=conflicting,broken&state=new`, or both joined by `&`.
  const read = () => {
    const state = { anchor: "", q: "", show: [], state: "" };
    for (const part of location.hash.slice(1).split("&")) {
      const [name, value] = part.split("=", 2);
      if (value === undefined) state.anchor = decode(name);
      else if (name === "q") state.q = decode(value);
      else if (name === "show") state.show = decode(value).split(",").filter(Boolean);
      else if (name === "state") state.state = decode(value);
    }
    return state;
  };
  const decode = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
  const write = (state) => {
    const parts = [];
    if (state.anchor) parts.push(encodeURIComponent(state.anchor));
    if (state.q) parts.push("q=" + encodeURIComponent(state.q));
    if (state.show.length) parts.push("show=" + state.show.map(encodeURIComponent).join(","));
    if (state.state) parts.push("state=" + encodeURIComponent(state.state));
    history.replaceState(null, "", parts.length ? "#" + parts.join("&") : location.pathname + location.search);
  };

  document.addEventListener("DOMContentLoaded", () => {
    const items = [...document.querySelectorAll("[data-v]")];
    const cards = items.filter((item) => item.matches(".card"));
    const pages = [...document.querySelectorAll("[data-q]")];
    const sections = [...document.querySelectorAll("main section")];
    const search = document.getElementById("search");
    const shown = document.getElementById("shown");
    const chips = [...document.querySelectorAll(".chip")];
    const texts = new Map();
    const text = (item) => {
      if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
      return texts.get(item);
    };

    const apply = () => {
      const state = read();
      const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
      const filtered = words.length || state.show.length || state.state;
      let left = 0;
      for (const item of items) {
        const fits = (!state.show.length || state.show.includes(item.dataset.v))
          && (!state.state || item.dataset.s === state.state)
          && words.every((word) => text(item).includes(word));
        if (item.hidden === fits) item.hidden = !fits;
        left += fits;
      }
      let holding = 0;
      for (const page of pages) {
        page.hidden = filtered && !(words.length && words.every((word) => text(page).includes(word)));
        holding += !page.hidden;
      }
      for (const section of sections) {
        section.hidden = filtered && (section.matches(".whole") || !section.querySelector(":is([data-v], [data-q]):not([hidden])"));
      }
      for (const chip of chips) {
        const { show, state: only } = chip.dataset;
        chip.setAttribute("aria-pressed", String(show ? state.show.includes(show) : state.state === only));
      }
      shown.hidden = !filtered;
      shown.textContent = `${left} of ${items.length} shown` + (words.length ? `, and ${holding} of ${pages.length} sources` : "");
      if (search.value !== state.q && document.activeElement !== search) search.value = state.q;
    };

    // A link to anything opens what hides it; a filter that hides it gives way.
    const follow = () => {
      apply();
      const state = read();
      const target = state.anchor && document.getElementById(state.anchor);
      if (target && target.closest("[hidden]")) { write({ ...state, q: "", show: [], state: "" }); apply(); }
      document.querySelectorAll(".current").forEach((item) => item.classList.remove("current"));
      if (!target) return;
      for (let at = target; at; at = at.parentElement) if (at.matches("details")) at.open = true;
      const card = target.closest(".card");
      if (card) { card.classList.add("current"); card.focus({ preventScroll: true }); }
      (card || target).scrollIntoView({ block: "start" });
    };

    const change = (changes) => { write({ ...read(), anchor: "", ...changes }); apply(); };

    for (const chip of chips) {
      chip.hidden = false;
      chip.setAttribute("role", "button");
      chip.addEventListener("click", (event) => {
        event.preventDefault();
        const { show, state: only } = chip.dataset;
        const now = read();
        if (only) change({ state: now.state === only ? "" : only });
        else change({ show: now.show.includes(show) ? now.show.filter((each) => each !== show) : [...now.show, show] });
      });
      chip.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); chip.click(); } });
    }

    let timer = 0;
    search.hidden = false;
    search.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => change({ q: search.value }), 80); });

    const step = (by) => {
      const open = cards.filter((card) => !card.hidden);
      if (!open.length) return;
      const at = open.findIndex((card) => card.matches(".current"));
      const next = open[at < 0 ? (by > 0 ? 0 : open.length - 1) : (at + by + open.length) % open.length];
      write({ ...read(), anchor: next.id });
      follow();
    };
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape") { search.value = ""; search.blur(); change({ q: "", show: [], state: "" }); return; }
      if (event.target.matches("input")) return;
      if (event.key === "n" || event.key === "j") step(1);
      else if (event.key === "p" || event.key === "k") step(-1);
      else if (event.key === "/") { event.preventDefault(); search.focus(); }
    });
    document.querySelectorAll(".keys").forEach((item) => { item.hidden = false; });

    const theme = document.getElementById("theme");
    const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    const label = () => { theme.textContent = dark() ? "Light" : "Dark"; theme.setAttribute("aria-label", `Switch to the ${dark() ? "light" : "dark"} theme`); };
    theme.hidden = false;
    theme.addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; keep(root.dataset.theme); label(); });
    label();

    let opened = [];
    addEventListener("beforeprint", () => {
      opened = cards.flatMap((card) => [...card.querySelectorAll(".compact:not([open])")]);
      opened.forEach((each) => { each.open = true; });
    });
    addEventListener("afterprint", () => { opened.forEach((each) => { each.open = false; }); });
    addEventListener("hashchange", follow);
    follow();
  });
})();
