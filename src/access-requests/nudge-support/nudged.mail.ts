import { formatDate } from '../../platform/i18n/format.ts'
import type { Letter } from '../../platform/mailer/index.ts'
import { askedFacts, type LetterFrame, letterNames, type RequestLetter, writeLetter } from '../letter.ts'
import { words } from '../messages/index.ts'
import { sayNextStep } from '../next-step.ts'

/** To a support agent: the request is still with the desk. */
export function nudgedMail(letter: RequestLetter, frame: LetterFrame, since: Date | null): Letter {
  const t = words.for(frame.reader)
  const facts = since
    ? [{ label: t('letter.nudged.agent.since'), value: formatDate(frame.reader, since, 'dateWithYear') }]
    : []
  return writeLetter(letter, frame, {
    subject: t('letter.nudged.agent.subject', letterNames(letter)),
    opening: t('letter.nudged.agent.opening', letterNames(letter)),
    blocks: [
      { kind: 'facts', facts },
      askedFacts(letter, frame),
      { kind: 'paragraph', text: t('letter.nudged.agent.text') },
      { kind: 'paragraph', text: sayNextStep(frame.reader, letter.request.nextStep) },
    ],
    why: t('letter.why.agent'),
  })
}

/** To the requester: nobody of the account can be reached, so that support has the request. */
export function routedMail(letter: RequestLetter, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  return writeLetter(letter, frame, {
    subject: t('letter.routed.requester.subject', letterNames(letter)),
    opening: t('letter.routed.requester.opening', letterNames(letter)),
    blocks: [{ kind: 'paragraph', text: t('letter.routed.requester.text') }, askedFacts(letter, frame)],
    why: t('letter.why.requester'),
  })
}
