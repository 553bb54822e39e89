/** Asks again and again until it holds. Throws when it did not in the given time. */
export async function until(holds: () => Promise<boolean>, ms: number): Promise<void> {
  const end = Date.now() + ms
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`did not come true in ${ms / 1000} s: ${holds.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
