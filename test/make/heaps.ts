/** By how much what is kept has grown: the least of the last third of measures against that of the first; what is on its way comes and goes. */
export function grownBy(heaps: readonly number[]): number {
  const third = Math.ceil(heaps.length / 3)
  return Math.min(...heaps.slice(-third)) - Math.min(...heaps.slice(0, third))
}
