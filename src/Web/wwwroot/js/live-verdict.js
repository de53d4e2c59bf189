// While a form is being filled in, the server says what the law says of it. The form is posted to its own page with "Check"
// set, so the page answers as it would for the button that stands there without script; nothing is saved.
const wait = 450;
const watched = new WeakMap();

/** Watches the form around (or named by) a place that shows the verdict. */
export function watch(place) {
  const form = place.closest("form") ?? document.getElementById(place.dataset.for ?? "");
  if (!(form instanceof HTMLFormElement) || watched.get(place) === form) return;
  watched.set(place, form);
  const word = place.parentElement?.querySelector("[data-live-word]");
  let timer = 0;
  let running = null;

  async function ask() {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    place.setAttribute("aria-busy", "true");
    try {
      const body = new FormData(form);
      body.set("Check", "true");
      const answer = await fetch(place.dataset.liveVerdict || location.href, { method: "POST", body, signal: mine.signal, headers: { "X-Requested-With": "fetch" } });
      const text = await answer.text();
      if (mine.signal.aborted) return;
      if (answer.ok) show(text); else fail();
    } catch (failure) {
      if (failure.name !== "AbortError") fail();
    } finally {
      if (running === mine) place.removeAttribute("aria-busy");
    }
  }

  // The answer is the whole page, of which this place is taken, or just what belongs here.
  function show(text) {
    const page = new DOMParser().parseFromString(text, "text/html");
    const fresh = page.querySelector("[data-live-verdict]") ?? page.body;
    place.replaceChildren(...fresh.childNodes);
    say([...place.querySelector("[data-headline]")?.childNodes ?? []].map(part => part.textContent.trim()).filter(Boolean).join(" · "));
  }

  function fail() {
    say(place.dataset.trouble ?? "");
  }

  // Only the headline is read out, and only where it changed. On a narrow screen it also stands at the foot, as the panel may be out of sight.
  function say(words) {
    const short = words.replace(/\s+/g, " ").trim();
    if (!word) return;
    word.className = `live-word ${/tone-[a-z-]+/.exec(place.querySelector(".verdict")?.className ?? "")?.[0] ?? ""}`;
    if (word.textContent !== short) word.textContent = short;
  }

  const later = () => { clearTimeout(timer); timer = setTimeout(ask, wait); };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  const begun = [...form.elements].some(field => field.matches("input:not([type=hidden]):not([type=checkbox]):not([type=radio]), textarea") && field.value);
  if (begun) later();
}
