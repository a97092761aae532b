import { ErrorPage, type Frame, Page } from '../../ui/index.ts'
import { words } from '../messages/index.ts'

/** Says when the next export, or the next verification, is possible. */
export function TooOftenPage({
  frame,
  of,
  minutes,
}: {
  frame: Frame
  of: 'exports' | 'checks'
  minutes: number
}) {
  const t = words.for(frame.reader)
  const title = t(of === 'exports' ? 'log.too-often.title' : 'log.check.too-often.title')
  return (
    <Page frame={frame} title={title}>
      <ErrorPage
        reader={frame.reader}
        title={title}
        whatHappened={t(of === 'exports' ? 'log.too-often.text' : 'log.check.too-often.text')}
        whatToDo={t('log.too-often.do', { minutes })}
      />
    </Page>
  )
}
