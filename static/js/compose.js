// The composer beyond its live parts: where the draft lives once it was kept, what somebody
// else kept meanwhile, the focus that stays where it is, and the tab in front.
const form = document.getElementById("compose");

form.addEventListener("draft:saved", ({ detail }) => {
  if (!detail.url || form.dataset.draftUrl === detail.autosave) return;
  form.action = detail.url;
  form.dataset.draftUrl = detail.autosave;
  form.dataset.draftKey = detail.key;
  history.replaceState(null, "", detail.url);
});

form.addEventListener("draft:overtaken", ({ detail }) => {
  const panel = document.getElementById("overtaken");
  if (!detail.version || !panel) return;
  panel.querySelector('[data-overtaken="words"]').textContent = detail.message;
  panel.querySelector('[data-overtaken="text"]').textContent = detail.theirs;
  panel.querySelector('[data-overtaken="link"]').href = location.pathname;
  panel.hidden = false;
  form.elements.version.value = detail.version;
});

// A chosen picture goes up at once; its button stays for those without scripts.
form.querySelector("[data-rag-upload]")?.addEventListener("change", (event) => {
  if (event.target.files.length) form.requestSubmit(form.querySelector('[value="add-picture"]'));
});

// A light that no longer answers to the words is worse than none.
const STALE = "This light is older than your words: the portal does not answer. Save the draft to see it afresh.";
function own(event) {
  return event.detail.elt?.id === "live" || event.detail.requestConfig?.elt?.id === "live";
}
function sayStale() {
  const sub = document.querySelector("#verdict .verdict__sub");
  if (sub) sub.textContent = STALE;
}
document.addEventListener("htmx:beforeSwap", (event) => {
  if (!own(event) || event.detail.xhr.responseURL.includes("/posts/verdict/")) return;
  event.detail.shouldSwap = false;
  sayStale();
});
for (const name of ["htmx:sendError", "htmx:responseError"]) {
  document.addEventListener(name, (event) => { if (own(event)) sayStale(); });
}

// htmx keeps the focus on most things it swaps; a kept field that was moved loses it in some browsers.
let held = null;
let front = "";
document.addEventListener("htmx:beforeSwap", () => {
  held = document.activeElement;
  front = document.querySelector("#looks [aria-current]")?.hash ?? "";
});
document.addEventListener("htmx:afterSettle", () => {
  if (held?.isConnected && held !== document.body && document.activeElement !== held) held.focus({ preventScroll: true });
  const tab = front && document.querySelector(`#looks a[href="${front}"]`);
  if (tab && !tab.hasAttribute("aria-current")) tab.click();
});
