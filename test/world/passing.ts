/** What letting time pass needs of a world. */
export type Passing = {
  owner<Row extends object>(query: string, values?: unknown[]): Promise<Row[]>
  setClock(offset: string): Promise<void>
  tick(): Promise<number>
  settle(): Promise<void>
}

const secondsToConfirm = 61

/**
 * Lets time pass as it does: from one clock that comes due to the next, each looked at twice, a minute apart, and all
 * work done in between.
 */
export async function passTime(world: Passing, duration: string): Promise<void> {
  // What is in somebody's hands now would seem to have been dropped days ago.
  await world.settle()
  const [span] = await world.owner<{ until: Date }>('select app_now() + $1::interval as until', [duration])
  if (!span) throw new Error('No time')
  for (let at = await nextDue(world, span.until); at !== undefined; at = await nextDue(world, span.until)) {
    if ((await lookTwice(world, at)) === 0) break
  }
  await lookTwice(world, span.until)
}

async function nextDue(world: Passing, until: Date): Promise<Date | undefined> {
  const [next] = await world.owner<{ at: Date }>(
    `select greatest(due_at, app_now()) as at from clocks where settled_at is null and due_at <= $1
     order by due_at limit 1`,
    [until],
  )
  return next?.at
}

async function lookTwice(world: Passing, at: Date): Promise<number> {
  await moveTo(world, at)
  const first = await world.tick()
  await moveTo(world, new Date(at.getTime() + secondsToConfirm * 1_000))
  const second = await world.tick()
  if (first + second > 0) await world.settle()
  return first + second
}

function moveTo(world: Passing, at: Date): Promise<void> {
  return world.setClock(`${(at.getTime() - Date.now()) / 1_000} seconds`)
}
