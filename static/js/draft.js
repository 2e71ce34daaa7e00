// Autosave of a draft.
//
//   <form data-draft-url="/posts/41/autosave/" data-draft-key="person:41">
//     <input type="hidden" name="version" value="7">
//   <span data-draft-status role="status">
//
// Posts the form 1.5 s after the last keystroke. The server answers JSON:
//   200 {"version": 8, "saved": "Draft saved at 14:02"}
//   409 {"message": "…"}  somebody else, or another tab, changed it: nothing was saved,
//                         and nothing more is sent until the person saves on purpose
// The form hears "draft:saved" and "draft:overtaken" with the answer as detail. A form sent
// while a save is under way waits for it.
// Without a connection the text stays in this browser under data-draft-key until the
// server has it; a copy newer than the page is offered by [data-draft-restore] (hidden).
const WAIT = 1500;
const RETRY = 10000;

function start(form) {
  const status = document.querySelector("[data-draft-status]");
  const store = () => `rag-draft:${form.dataset.draftKey ?? location.pathname}`;
  let timer;
  let running = false;
  let dirty = false;
  let overtaken = false;
  let sending = null;

  const tell = (text) => { if (status && status.textContent !== text) status.textContent = text; };
  const later = (delay) => { clearTimeout(timer); if (!overtaken) timer = setTimeout(save, delay); };
  const say = (name, detail) => form.dispatchEvent(new CustomEvent(name, { detail }));
  const text = () => form.querySelector("textarea")?.value ?? "";

  async function save() {
    if (running) return later(WAIT);
    running = true;
    dirty = false;
    try {
      await settle(await fetch(form.dataset.draftUrl, { method: "POST", body: fields(form), headers: headers(form) }));
    } catch {
      keep();
    } finally {
      running = false;
      if (sending && !overtaken) form.requestSubmit(sending);
      sending = null;
    }
  }

  async function settle(answer) {
    if (answer.redirected || answer.status === 403) return keep("You are signed out. What you typed is kept in this browser: sign in again in another tab.");
    const body = await answer.json().catch(() => ({}));
    if (answer.status === 409) {
      overtaken = true;
      localStorage.setItem(store(), text());
      say("draft:overtaken", body);
      return tell(body.message ?? "Changed in another tab or by somebody else. Nothing you typed is lost; reload to see both.");
    }
    if (answer.status >= 500) return keep();
    if (!answer.ok) return tell(body.message ?? "Not saved yet.");
    if (body.version !== undefined) form.elements.version.value = body.version;
    tell(body.saved ?? "Draft saved");
    if (!dirty) localStorage.removeItem(store());
    say("draft:saved", body);
  }

  function keep(why = "No connection. What you typed is kept in this browser.") {
    localStorage.setItem(store(), text());
    tell(why);
    later(RETRY);
  }

  function offer() {
    const kept = localStorage.getItem(store());
    const button = document.querySelector("[data-draft-restore]");
    if (kept === text()) localStorage.removeItem(store());
    if (!kept || kept === text() || !button) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      form.querySelector("textarea").value = kept;
      form.querySelector("textarea").dispatchEvent(new Event("input", { bubbles: true }));
      button.hidden = true;
    });
  }

  form.addEventListener("input", () => { dirty = true; later(WAIT); });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (running) {
      event.preventDefault();
      sending = event.submitter;
      return;
    }
    // Whoever was signed out meanwhile finds here what was never saved.
    if (dirty) localStorage.setItem(store(), text());
    else localStorage.removeItem(store());
  });
  offer();
}

// Pictures have their own upload; a draft is words and choices.
function fields(form) {
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  return data;
}

function headers(form) {
  const token = form.querySelector('[name="csrfmiddlewaretoken"]')?.value ?? "";
  return { "X-CSRFToken": token, Accept: "application/json" };
}

document.querySelectorAll("form[data-draft-url]").forEach(start);
