// Acts on their way to the server: in order, each sent until the server has answered, under an id so that it is done once.
// While the server is gone the page says so. What waits is kept beyond a reload.
const RETRY = [500, 1000, 2000, 4000];

export class Outbox {
  #waiting = [];
  #running = false;
  #away = false;
  #sent = false;

  // key: under which the acts are kept; headers(): of a request; seen(answer): the state that the page now shows of an
  // answer; received(response, text, act); away(gone): the server has gone or is back; refused(act): given up unsent.
  constructor({ key, headers, seen, received, away, refused }) {
    Object.assign(this, { key, headers, seen, received, away, refused });
  }

  // prepare() gives { path, body } or null for nothing to send. An act is prepared when those before it are done, since it
  // may be about what they bring; once the server is gone it can only be about what is on the page.
  // about: for the one who receives the answer; with onward true the act leads to another answer.
  add(prepare, about = {}) {
    const act = { ...about, prepare, request: null };
    if (this.#away && !this.#prepare(act)) return;
    this.#waiting.push(act);
    this.#keep();
    this.#run();
  }

  // What a page before this one could not send goes first.
  resume() {
    let kept = [];
    try {
      kept = JSON.parse(sessionStorage.getItem(this.key) ?? '[]');
    } catch (error) {
      console.debug(error);
    }
    kept.forEach(request => this.#waiting.push({ request }));
    if (kept.length) this.#run();
  }

  // Whether nothing can be known yet of the answer that comes next.
  #prepare(act) {
    if (this.#waiting.some(one => one !== act && one.onward)) {
      this.refused(act);
      return false;
    }
    act.request ??= this.#withId(act.prepare());
    return act.request !== null;
  }

  #withId(request) {
    if (!request) return null;
    request.body.set('sent', crypto.randomUUID());
    return { path: request.path, body: request.body.toString() };
  }

  #keep() {
    const requests = this.#waiting.map(act => act.request).filter(Boolean);
    if (requests.length) sessionStorage.setItem(this.key, JSON.stringify(requests));
    else sessionStorage.removeItem(this.key);
  }

  async #run() {
    if (this.#running) return;
    this.#running = true;
    while (this.#waiting.length) {
      const act = this.#waiting[0];
      act.request ??= this.#withId(act.prepare());
      if (act.request) {
        this.#keep();
        await this.#deliver(act);
      } else {
        this.#waiting.shift();
      }
    }
    this.#running = false;
  }

  async #deliver(act) {
    const [response, text] = await this.#answer(act);
    this.#waiting.shift();
    // What was to follow took for granted what has not been stored.
    if (response.status === 409) this.#waiting.length = 0;
    this.#sent = true;
    this.#keep();
    this.#gone(false);
    this.received(response, text, act);
  }

  async #answer(act) {
    for (let attempt = 0; ; attempt++) {
      try {
        const response = await fetch(act.request.path, { method: 'POST', body: this.#body(act), headers: this.headers() });
        act.again = attempt > 0;
        return [response, await response.text()];
      } catch (error) {
        console.debug(error);
        this.#gone(true);
        await new Promise(resolve => setTimeout(resolve, RETRY[Math.min(attempt, RETRY.length - 1)]));
      }
    }
  }

  // An act after another of this page is about what that one left.
  #body(act) {
    const body = new URLSearchParams(act.request.body);
    const seen = this.#sent ? this.seen(body.get('answer')) : undefined;
    if (seen !== undefined) body.set('seen', seen);
    return body;
  }

  #gone(away) {
    if (away === this.#away) return;
    this.#away = away;
    if (away) {
      const [first, ...others] = this.#waiting;
      this.#waiting = [first];
      others.filter(act => act.request || this.#prepare(act)).forEach(act => this.#waiting.push(act));
      this.#keep();
    }
    this.away(away);
  }
}
