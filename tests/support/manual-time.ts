import type { RealTime } from '#backend/real-time';

/** Real time that moves only when a test says so. */
export class ManualTime implements RealTime {
  private current = 0;
  private timers: { readonly at: number; readonly callback: () => void }[] = [];
  /** Real times at which a timer went off. */
  readonly fired: number[] = [];

  now(): number {
    return this.current;
  }

  after(delay: number, callback: () => void): () => void {
    const timer = { at: this.current + delay, callback };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  get waiting(): number {
    return this.timers.length;
  }

  /** Work that takes real time. */
  spend(milliseconds: number): void {
    this.current += milliseconds;
  }

  pass(milliseconds: number): void {
    const end = this.current + milliseconds;
    for (;;) {
      const next = this.timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
      if (next === undefined) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.current = Math.max(this.current, next.at);
      this.fired.push(this.current);
      next.callback();
    }
    this.current = Math.max(this.current, end);
  }

  /** Passes until the next timer goes off; not at all when none waits. */
  passToNext(): void {
    const next = Math.min(...this.timers.map(({ at }) => at));
    if (Number.isFinite(next)) this.pass(next - this.current);
  }

  /** The computer sleeps: time passes, and the timers go off late. */
  sleep(milliseconds: number): void {
    this.current += milliseconds;
    this.pass(0);
  }
}
