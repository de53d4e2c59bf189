// The live verdict beside a form: while it is being filled in, the server says what the law says of it. Without this script a button does the same.
const wait = 450;

for (const place of document.querySelectorAll("[data-live-verdict]")) {
  const form = place.closest("form");
  if (!form) continue;
  const address = place.dataset.liveVerdict;
  let timer = 0;
  let running = null;

  const ask = async () => {
    running?.abort();
    running = new AbortController();
    place.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { method: "POST", body: new FormData(form), signal: running.signal, headers: { "X-Requested-With": "fetch" } });
      if (answer.ok) place.innerHTML = await answer.text();
    } catch (failure) {
      if (failure.name !== "AbortError") console.warn("live verdict", failure);
    } finally {
      place.removeAttribute("aria-busy");
    }
  };

  const later = () => { clearTimeout(timer); timer = setTimeout(ask, wait); };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  ask();
}

for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => window.print());
