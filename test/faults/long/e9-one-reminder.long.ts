import { expect, it } from 'vitest'
import { bundle } from '../bundle.ts'
import { remindAtOnce } from '../fights.ts'
import { rounds } from './how-many.ts'

it('sends one reminder, when it is pressed sixteen times at once at eight processes', async () => {
  const { program, remove } = await bundle()
  const requests = rounds(400)
  const { twice, mails, sameMail } = await remindAtOnce(program, { rounds: requests, processes: 8 })
  expect({ twice, mails, sameMail }).toEqual({ twice: 0, mails: requests * 4, sameMail: 0 })
  remove()
})
