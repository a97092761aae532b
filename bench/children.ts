import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'

/** A part of the bench that runs beside it. */
export type Child = { ask<Answer>(message: unknown): Promise<Answer>; readonly pid: number; end(): void }

const running = new Set<ChildProcess>()

function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('A part of the bench ended too early'))
    child.once('exit', gone)
    child.once('message', (answer: Answer & { error?: string }) => {
      child.off('exit', gone)
      if (answer !== null && typeof answer === 'object' && answer.error) reject(new Error(answer.error))
      else resolve(answer)
    })
  })
}

/** Starts a part; `first` waits for what it says at once. */
export async function start<First>(
  name: 'load' | 'sql' | 'sink' | 'hello',
  waits: boolean,
): Promise<Child & { first: First }> {
  const child = fork(join(import.meta.dirname, `${name}.js`), [], { serialization: 'advanced' })
  running.add(child)
  const first = waits ? await answerOf<First>(child) : (undefined as First)
  return {
    first,
    pid: child.pid ?? 0,
    async ask<Answer>(message: unknown) {
      const answer = answerOf<Answer>(child)
      child.send(message as object)
      return answer
    },
    end() {
      running.delete(child)
      child.disconnect()
    },
  }
}

/** Ends whatever still runs. */
export function endAll(): void {
  for (const child of running) child.kill()
}
