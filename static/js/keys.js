// Single-key shortcuts: off while typing, with a modifier, or when the person
// switched them off (<body data-keys="off">, or in this browser by the list of keys, which the footer opens too).
//
//   [data-row]        rows that j and k move through; the row in hand is .item--on
//   [data-key="a"]    what the key a presses: first in the row in hand, else on the page
const LETTERS = new Set(["c", "a", "r", "x", "q", "p", "w", "u"]);
const REST = "rag-keys-rest";
const rows = () => [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent);

function resting(event) {
  const at = event.target;
  const typing = at.isContentEditable || at.closest?.("textarea, select, input:not([type=checkbox], [type=radio]), dialog");
  return typing || event.ctrlKey || event.metaKey || event.altKey || document.body.dataset.keys === "off" || localStorage.getItem(REST);
}

const rowInHand = () => document.activeElement?.closest?.("[data-row]") ?? document.querySelector("[data-row].item--on");

function take(row) {
  document.querySelectorAll(".item--on").forEach((other) => other.classList.remove("item--on"));
  row.classList.add("item--on");
  row.querySelector("a, button")?.focus();
  row.scrollIntoView({ block: "nearest" });
}

function move(step) {
  const all = rows();
  if (!all.length) return press(step > 0 ? "j" : "k", document);
  const place = all.indexOf(rowInHand());
  const next = place < 0 ? 0 : Math.min(all.length - 1, Math.max(0, place + step));
  take(all[next]);
  return true;
}

function press(key, scope) {
  const button = [...(scope?.querySelectorAll(`[data-key="${key}"]`) ?? [])].find((found) => found.offsetParent);
  button?.click();
  return Boolean(button);
}

function find() {
  const box = document.querySelector('[data-key="/"], input[type="search"]');
  box?.focus();
  return Boolean(box);
}

function list() {
  document.getElementById("rag-keys")?.showModal();
  return true;
}

// On a list only the row in hand may be acted on; on an item's own page, the page.
function act(key) {
  const everywhere = key === "u" || !rows().length;
  return press(key, everywhere ? document : rowInHand());
}

document.addEventListener("keydown", (event) => {
  if (resting(event)) return;
  const acts = { j: () => move(1), k: () => move(-1), "/": find, "?": list };
  const done = LETTERS.has(event.key) ? act(event.key) : acts[event.key]?.();
  if (done) event.preventDefault();
});
document.addEventListener("focusin", (event) => {
  const row = event.target.closest?.(".item[data-row]");
  if (!row) return;
  document.querySelectorAll(".item--on").forEach((other) => other.classList.toggle("item--on", other === row));
  row.classList.add("item--on");
});

const opener = document.querySelector("[data-rag-keys-list]");
if (opener && document.querySelector(".rag-who")) {
  opener.hidden = false;
  opener.querySelector("button").addEventListener("click", list);
}
const rest = document.querySelector("[data-rag-keys-rest]");
if (rest) {
  rest.checked = Boolean(localStorage.getItem(REST));
  rest.addEventListener("change", () => (rest.checked ? localStorage.setItem(REST, "yes") : localStorage.removeItem(REST)));
}
