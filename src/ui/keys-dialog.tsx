import type { Reader } from '../platform/i18n/reader.ts'
import { words } from './messages/index.ts'

const keys = [
  ['j', 'down'],
  ['k', 'up'],
  ['x', 'select'],
  ['o', 'open'],
  ['a', 'approve'],
  ['d', 'decline'],
  ['s', 'account'],
  ['?', 'help'],
] as const

/** The list of keys that work on a queue; closed until the script opens it. */
export function KeysDialog({ reader }: { reader: Reader }) {
  const t = words.for(reader)
  return (
    <>
      <button type="button" class="button quiet small show-keys" data-show-keys="">
        {t('keys.title')}
      </button>
      <dialog class="dialog" id="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">{t('keys.title')}</h2>
        <dl class="keys">
          {keys.map(([key, act]) => (
            <div>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(`keys.${act}`)}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button type="submit" class="button secondary">
            {t('keys.close')}
          </button>
        </form>
      </dialog>
    </>
  )
}
