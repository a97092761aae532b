import { Button, Field, Form, type Frame, Hidden, LinkButton, Select } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { type Chosen, isChosen, type Looked } from './filter.ts'
import { kindsOfAccount, kindsOfInstallation } from './kinds.ts'
import type { LogPaths } from './paths.ts'
import type { Readable } from './readable.ts'

type FilterProps = {
  readonly frame: Frame
  readonly log: Readable
  readonly chosen: Chosen
  readonly looked: Looked
  readonly paths: LogPaths
}

/** What a log is narrowed to: kind, person, thing, days. */
export function FilterForm(props: FilterProps) {
  const { frame, log, chosen, looked, paths } = props
  const { reader } = frame
  const t = words.for(reader)
  const day = { reader, type: 'date', required: true, width: 'short' } as const
  const text = { reader, type: 'search', required: true, width: 'medium' } as const
  return (
    <Form action={paths.page} method="get" wide label={t('log.find')}>
      {chosen.who !== '' && <Hidden name="who" value={chosen.who} />}
      {chosen.object !== '' && <Hidden name="object" value={chosen.object} />}
      <div class="cluster end">
        <Kinds {...props} />
        <Field {...text} name="person" label={t('log.person')} value={looked.person} />
        {log.seen && <Field {...text} name="about" label={t('log.object')} value={looked.about} />}
        <Field {...day} name="from" label={t('log.from')} value={chosen.from} />
        <Field {...day} name="to" label={t('log.to')} value={chosen.to} />
        <Button>{t('log.find')}</Button>
        {(isChosen(chosen) || looked.person !== '' || looked.about !== '') && (
          <LinkButton variant="quiet" href={paths.page}>
            {t('log.clear')}
          </LinkButton>
        )}
      </div>
    </Form>
  )
}

function Kinds({ frame, log, chosen }: FilterProps) {
  const t = words.for(frame.reader)
  const groups = log.seen ? kindsOfAccount : kindsOfInstallation
  return (
    <Select
      reader={frame.reader}
      name="kind"
      label={t('log.kinds')}
      required
      width="short"
      placeholder={t('log.kind.every')}
      options={[]}
      groups={groups.map((kinds) => ({
        label: t(`log.group.${kinds[0]}`),
        options: kinds.map((kind) => ({ value: kind, label: t(`log.kind.${kind}`) })),
      }))}
      value={chosen.kind ?? ''}
    />
  )
}
