// What screen readers and the keyboard get out of a swap: a sentence spoken once,
// when it changed, and a focus that never moves by itself.
//
//   data-say="Red. Not published." data-say-key="verdict"
//       spoken through #rag-say when the text under this key differs from the last one
//   data-rag-focus     in swapped content: takes the focus (after an action only)
//   data-rag-hold      on a polled list: while the focus is inside, nothing is swapped; a
//                      button [data-rag-arrivals="<id of the list>"] says how many are new
const spoken = new Map();

function say(text) {
  const region = document.getElementById("rag-say");
  if (!region || !text) return;
  region.textContent = "";
  setTimeout(() => { region.textContent = text; }, 50);
}

function listen(scope, aloud) {
  const found = scope.matches?.("[data-say]") ? [scope] : [];
  for (const element of [...found, ...scope.querySelectorAll("[data-say]")]) {
    const { say: text, sayKey: key = "page" } = element.dataset;
    if (aloud && spoken.get(key) !== text) say(text);
    spoken.set(key, text);
  }
}

function hold(event) {
  const list = event.detail.target;
  if (!list?.hasAttribute("data-rag-hold") || !list.contains(document.activeElement)) return;
  event.detail.shouldSwap = false;
  const html = event.detail.serverResponse;
  const incoming = new DOMParser().parseFromString(html, "text/html");
  const fresh = [...incoming.querySelectorAll("[data-row]")].filter((row) => !document.getElementById(row.id));
  offer(list, fresh.length, html);
}

function offer(list, count, html) {
  const button = document.querySelector(`[data-rag-arrivals="${list.id}"]`);
  if (!button || !count) return;
  button.textContent = `${count} new, show`;
  button.hidden = false;
  button.onclick = () => {
    button.hidden = true;
    window.htmx.swap(list, html, { swapStyle: "innerHTML" });
    list.querySelector("[data-row] a")?.focus();
  };
}

// A verdict that scrolls in itself stays where it was read.
let scrolled = 0;
document.addEventListener("htmx:beforeSwap", () => { scrolled = document.getElementById("verdict")?.scrollTop ?? 0; });
document.addEventListener("htmx:afterSwap", () => { document.getElementById("verdict")?.scrollTo(0, scrolled); });

document.addEventListener("htmx:beforeSwap", hold);
document.addEventListener("htmx:afterSettle", (event) => {
  listen(event.detail.elt, true);
  event.detail.elt.querySelector?.("[data-rag-focus]")?.focus();
});
document.addEventListener("htmx:oobAfterSwap", (event) => listen(event.detail.target, true));
listen(document, false);
