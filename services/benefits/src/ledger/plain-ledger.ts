/**
 * For tests: the same ledger as simply as it can be told, reward by reward, for one partner. What `Book` does with a few
 * sums by day has to come to what this does with a list.
 */
export class PlainLedger {
  rewards: { amount: number; maturesOn: string | null; expiresOn: string; place: number }[] = [];
  reserved: { id: number; parts: { amount: number; expiresOn: string }[] }[] = [];
  debt = 0;
  paid = 0;
  expired = 0;
  /** What rules gave less what they took back. */
  given = 0;
  #made = 0;

  get pending(): number {
    return sum(this.rewards.filter(({ maturesOn }) => maturesOn !== null));
  }
  get earned(): number {
    return sum(this.rewards.filter(({ maturesOn }) => maturesOn === null));
  }
  get setApart(): number {
    return this.reserved.reduce((total, { parts }) => total + sum(parts), 0);
  }
  availableOn(today: string): number {
    return sum(this.#redeemable(today));
  }

  accrue(amount: number, maturesOn: string | null, expiresOn: string): void {
    this.given += amount;
    if (maturesOn === null) this.#earn(amount, expiresOn);
    else this.rewards.push({ amount, maturesOn, expiresOn, place: this.#made++ });
  }

  takeBack(amount: number, maturesOn: string | null, expiresOn: string, today: string): void {
    this.given -= amount;
    let left = amount;
    const from = [
      ...this.rewards.filter((reward) => reward.maturesOn !== null && reward.maturesOn === maturesOn),
      ...this.#redeemable(today).filter((reward) => reward.expiresOn === expiresOn),
      ...this.#redeemable(today).filter((reward) => reward.expiresOn !== expiresOn),
    ];
    for (const reward of from) {
      const part = Math.min(reward.amount, left);
      reward.amount -= part;
      left -= part;
    }
    this.debt += left;
  }

  mature(today: string, expiryOf: (day: string) => string): void {
    const due = this.rewards.filter(({ maturesOn }) => maturesOn !== null && maturesOn <= today);
    due.sort((a, b) => ((a.maturesOn ?? "") < (b.maturesOn ?? "") ? -1 : 1));
    for (const reward of due) {
      const { amount, maturesOn } = reward;
      reward.amount = 0;
      reward.maturesOn = null;
      this.#earn(amount, expiryOf(maturesOn ?? ""));
    }
  }

  redeem(id: number, amount: number, today: string): boolean {
    if (this.availableOn(today) < amount) return false;
    let left = amount;
    const parts: { amount: number; expiresOn: string }[] = [];
    for (const reward of this.#redeemable(today)) {
      const part = Math.min(reward.amount, left);
      reward.amount -= part;
      left -= part;
      if (part > 0) parts.push({ amount: part, expiresOn: reward.expiresOn });
    }
    this.reserved.push({ id, parts });
    return true;
  }

  pay(id: number): void {
    this.paid += sum(this.#unreserve(id));
  }

  giveBack(id: number): void {
    for (const { amount, expiresOn } of this.#unreserve(id)) this.#earn(amount, expiresOn);
  }

  expire(today: string): void {
    for (const reward of this.rewards) {
      if (reward.maturesOn !== null || reward.expiresOn >= today) continue;
      this.expired += reward.amount;
      reward.amount = 0;
    }
  }

  #earn(amount: number, expiresOn: string): void {
    const repaid = Math.min(amount, this.debt);
    this.debt -= repaid;
    if (amount > repaid)
      this.rewards.push({ amount: amount - repaid, maturesOn: null, expiresOn, place: this.#made++ });
  }

  #unreserve(id: number) {
    const parts = this.reserved.find((one) => one.id === id)?.parts ?? [];
    this.reserved = this.reserved.filter((one) => one.id !== id);
    return parts;
  }

  #redeemable(today: string) {
    return this.rewards
      .filter(({ maturesOn, expiresOn }) => maturesOn === null && expiresOn >= today)
      .sort((a, b) => (a.expiresOn < b.expiresOn ? -1 : a.expiresOn > b.expiresOn ? 1 : a.place - b.place));
  }
}

const sum = (parts: readonly { readonly amount: number }[]): number =>
  parts.reduce((total, { amount }) => total + amount, 0);
