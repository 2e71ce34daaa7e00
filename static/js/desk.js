// The desk beyond its links and forms. Without it the page says when it was true, and a reload brings the rest.
//
//   [data-desk]              the polled list; data-desk-version is the ETag of what it shows
//   [data-desk-filters]      a GET form, sent when a filter changes; its button [data-desk-apply] is for those without scripts
//   [data-desk-fold]         folds the filters away on a phone; the order stays
//   [data-rag-arrivals]      the button that says how many are new while the focus is in the list
//
// A poll answered 304 changes nothing. With the focus in the list its row stays where it is: rows around it are
// brought up to date, those that went are taken out, and new ones wait for the button.
const list = document.querySelector("[data-desk]");
const rowsIn = (scope) => [...scope.querySelectorAll("[data-row]")];

function speak(words) {
  const region = document.getElementById("rag-say");
  if (region && words) region.textContent = words;
}

function tellOf(fresh) {
  const reds = fresh.filter((row) => row.querySelector(".light--red"));
  if (!reds.length) return;
  const topic = reds[0].querySelector(".item__topic")?.textContent.toLowerCase() ?? "";
  speak(`${reds.length} new red: ${topic}`);
}

function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

// Bring the list up to date around the row in hand.
function merge(incoming) {
  const hand = document.activeElement.closest("[data-row]");
  for (const row of rowsIn(list)) {
    const now = incoming.querySelector(`#${CSS.escape(row.id)}`);
    if (row === hand) refreshInHand(row, now);
    else if (now) row.replaceWith(now.cloneNode(true));
    else row.remove();
  }
}

function refreshInHand(row, now) {
  const wait = row.querySelector(".item__wait");
  const fresh = now?.querySelector(".item__wait");
  if (wait && fresh) wait.innerHTML = fresh.innerHTML;
  if (now || row.dataset.gone) return;
  row.dataset.gone = "true";
  if (wait) wait.textContent = "Not on your desk any more";
}

function besides(incoming) {
  for (const id of ["desk-status", "desk-tabs"]) {
    const here = document.getElementById(id);
    const now = incoming.getElementById(id);
    if (here && now && !here.contains(document.activeElement)) here.innerHTML = now.innerHTML;
  }
}

function show(incoming) {
  const hand = document.querySelector(".item--on")?.id;
  list.replaceChildren(...[...incoming.childNodes].filter((node) => !["desk-status", "desk-tabs"].includes(node.id)));
  if (hand) document.getElementById(hand)?.classList.add("item--on");
}

function offer(incoming, fresh) {
  const button = document.querySelector("[data-rag-arrivals]");
  if (!button) return;
  button.hidden = !fresh.length;
  button.textContent = `${fresh.length} new, show`;
  button.onclick = () => {
    button.hidden = true;
    show(incoming);
    document.getElementById(fresh[0]?.id)?.querySelector("a")?.focus();
  };
}

function take(event) {
  if (event.detail.target !== list) return;
  event.detail.shouldSwap = false;
  const { xhr } = event.detail;
  if (xhr.status !== 200) return;
  list.dataset.deskVersion = xhr.getResponseHeader("ETag") ?? "";
  const incoming = parse(event.detail.serverResponse);
  const fresh = rowsIn(incoming).filter((row) => !document.getElementById(row.id));
  tellOf(fresh);
  besides(incoming);
  const inHand = list.contains(document.activeElement);
  if (inHand) merge(incoming.cloneNode(true));
  else show(incoming.cloneNode(true));
  offer(incoming, inHand ? fresh : []);
}

// Back from an action, the hand is on the row it was on, or on the first where that row went. The fragment goes from
// the address, because a browser that follows it to something that takes no focus would take the focus away.
function takeUp(id) {
  if (!id) return;
  history.replaceState(null, "", location.pathname + location.search);
  const row = document.getElementById(id);
  (row?.querySelector("a, button") ?? row ?? list.querySelector("[data-row] a"))?.focus();
}

if (list) {
  list.addEventListener("htmx:configRequest", (event) => {
    event.detail.headers["If-None-Match"] = list.dataset.deskVersion;
  });
  document.addEventListener("htmx:beforeSwap", take);
  // The browser goes to the row of the address when the page is whole, and takes the focus away: give it afterwards.
  const land = () => document.getElementById(location.hash.slice(1))?.querySelector?.("a, button")?.focus();
  if (document.readyState === "complete") land();
  else window.addEventListener("load", () => requestAnimationFrame(land));
}

const filters = document.querySelector("[data-desk-filters]");
if (filters) {
  filters.querySelector("[data-desk-apply]").hidden = true;
  const fold = filters.querySelector("[data-desk-fold]");
  fold.hidden = false;
  filters.classList.add("rag-bar--folds");
  fold.addEventListener("click", () => fold.setAttribute("aria-expanded", String(filters.classList.toggle("rag-bar--open"))));
  filters.addEventListener("change", () => filters.requestSubmit());
}

// A form that opens in the panel at the side stands at its top, with its button in sight.
document.querySelectorAll(".rag-side [data-rag-opens]").forEach((opener) => opener.addEventListener("click", () => {
  const form = document.getElementById(opener.hash.slice(1));
  const side = form?.closest(".rag-side");
  if (form && !form.hidden) side.scrollTop = form.offsetTop - 8;
}));

// One decision is one press: a second click on its way does nothing.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "true";
});
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));
