// The composer beyond its live parts: where the draft lives once it was kept, what somebody
// else kept meanwhile, the focus that stays where it is, and the tab in front.
const form = document.getElementById("compose");

form.addEventListener("draft:saved", ({ detail }) => {
  if (!detail.url || form.dataset.draftUrl === detail.autosave) return;
  form.action = detail.url;
  form.dataset.draftUrl = detail.autosave;
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
