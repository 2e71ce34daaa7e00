// Wakes the page: vendor components, the folding menu, tabs, things that open,
// and the undo countdown. Every page works without it.
import { initAll } from "./govuk-frontend.min.js";

function wakeVendor(scope) {
  initAll({ scope });
  if (scope.querySelector('[data-module^="moj-"]')) {
    import("./moj-frontend.min.js").then((moj) => moj.initAll({ scope }));
  }
}

function foldMenu(header) {
  const button = header?.querySelector("[data-rag-menu]");
  if (!button) return;
  header.classList.add("rag-header--folds");
  button.addEventListener("click", () => {
    const open = header.classList.toggle("rag-header--open");
    button.setAttribute("aria-expanded", String(open));
  });
}

// <div class="rag-tabs" data-rag-tabs><a href="#panel-1">…</a></div>: panels stand
// one below the other until this runs.
function wakeTabs(list) {
  const tabs = [...list.querySelectorAll('a[href^="#"]')];
  const panels = tabs.map((tab) => document.getElementById(tab.hash.slice(1)));
  const show = (chosen) => tabs.forEach((tab, place) => {
    const current = tab === chosen;
    if (current) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
    if (panels[place]) panels[place].hidden = !current;
  });
  list.addEventListener("click", (event) => {
    const tab = event.target.closest("a");
    if (!tabs.includes(tab)) return;
    event.preventDefault();
    show(tab);
  });
  show(tabs.find((tab) => tab.hasAttribute("aria-current")) ?? tabs[0]);
}

// <a href="#return" data-rag-opens>: opens the form it names and goes to its first field.
// The form is closed at the start unless it holds an error or says data-rag-open.
function wakeOpeners(scope) {
  for (const opener of scope.querySelectorAll("[data-rag-opens]")) {
    const target = document.getElementById(opener.hash?.slice(1) || opener.dataset.ragOpens);
    if (!target) continue;
    const keep = target.hasAttribute("data-rag-open") || target.querySelector(".govuk-error-message");
    const set = (open) => {
      target.hidden = !open;
      opener.setAttribute("aria-expanded", String(open));
    };
    set(Boolean(keep));
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      closeOthers(opener, target);
      set(target.hidden);
      if (!target.hidden) target.querySelector("input:not([type=hidden]), select, textarea, button")?.focus();
    });
    target.querySelector("[data-rag-closes]")?.addEventListener("click", (event) => {
      event.preventDefault();
      set(false);
      opener.focus();
    });
  }
}

function closeOthers(opener, target) {
  const group = opener.closest("[data-rag-one-open]");
  for (const other of group?.querySelectorAll("[data-rag-opens]") ?? []) {
    const form = document.getElementById(other.hash?.slice(1) || other.dataset.ragOpens);
    if (form && form !== target) {
      form.hidden = true;
      other.setAttribute("aria-expanded", "false");
    }
  }
}

function countDown(bar) {
  // Counted from the seconds that the server says are left: the clock of this machine may be wrong.
  const until = performance.now() + 1000 * Number(bar.dataset.ragUndo);
  const whole = Number(bar.dataset.ragWhole) || 10;
  const text = bar.querySelector("[data-rag-undo-text]");
  const run = bar.querySelector(".bar__run");
  if (Number.isNaN(until)) return;
  const tick = () => {
    const left = Math.max(0, Math.ceil((until - performance.now()) / 1000));
    run?.setAttribute("width", String(Math.min(120, (120 * left) / whole)));
    text.textContent = left ? `It goes out in ${left} s.` : "Sent.";
    if (left) return;
    clearInterval(timer);
    const form = bar.querySelector("form");
    if (form?.contains(document.activeElement)) document.getElementById("main")?.focus();
    form?.remove();
  };
  const timer = setInterval(tick, 1000);
  tick();
}

export function wake(scope) {
  wakeVendor(scope);
  scope.querySelectorAll("[data-rag-tabs]").forEach(wakeTabs);
  wakeOpeners(scope);
  scope.querySelectorAll("[data-rag-undo]").forEach(countDown);
}

document.body.classList.add("js-enabled", "govuk-frontend-supported");
foldMenu(document.querySelector("[data-rag-header]"));
wake(document);
document.querySelector("[data-rag-focus]")?.focus();
document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt !== document.body) wake(event.detail.elt);
});
