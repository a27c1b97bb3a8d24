import { makeStyles } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Receipt } from '../api/client.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { laterChunk } from './later-chunk.ts'
import type { ReceiptCode as Code } from './receipt-code.ts'

const laterCode = laterChunk(() => import('./receipt-code.ts'))

const useStyles = makeStyles({
  // Dark on white whatever the theme: that is what readers look for.
  code: {
    display: 'block',
    width: '112px',
    height: '112px',
    forcedColorAdjust: 'none',
    '@media print': { width: '32mm', height: '32mm' },
  },
})

/** The receipt for a phone or a reader at the counter: number, time and fingerprint, so that nobody has to copy them out. */
export function ReceiptCode({ receipt }: { readonly receipt: Receipt }) {
  const styles = useStyles()
  const { t } = useTranslation('submitting')
  const [code, setCode] = useState<Code | null>(null)
  useEffect(() => {
    let wanted = true
    // A receipt is one without its code, too: whoever prints before it is here has all of it in letters.
    void laterCode.fetch().then(({ receiptCode }) => {
      if (wanted) setCode(receiptCode(receipt))
    })
    return () => {
      wanted = false
    }
  }, [receipt])
  if (!code) return <span className={styles.code} aria-hidden />
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${String(code.size)} ${String(code.size)}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={t('receipt.code', { number: receipt.number })}
    >
      <rect width="100%" height="100%" fill="white" />
      <path d={code.path} fill="black" />
    </svg>
  )
}
