import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'

const useStyles = makeStyles({
  list: {
    position: 'absolute',
    zIndex: 7,
    margin: 0,
    padding: '4px 0',
    minWidth: '96px',
    maxHeight: '240px',
    overflowY: 'auto',
    listStyleType: 'none',
    outline: 'none',
    fontSize: '13px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
  option: {
    padding: '5px 12px',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  current: { backgroundColor: tokens.colorBrandBackground2, fontWeight: tokens.fontWeightSemibold },
})

interface ChoiceListProps {
  readonly choices: readonly string[]
  readonly value: string
  readonly left: number
  readonly top: number
  readonly onPick: (choice: string) => void
  readonly onClose: () => void
}

/** The choices of a cell, below it: arrow keys and Enter, or a click. */
export function ChoiceList({ choices, value, left, top, onPick, onClose }: ChoiceListProps) {
  const styles = useStyles()
  const { t } = useTranslation('workbench')
  const list = useRef<HTMLUListElement>(null)
  const [current, setCurrent] = useState(Math.max(0, choices.indexOf(value)))
  useEffect(() => list.current?.focus({ preventScroll: true }), [])

  function onKeyDown(event: KeyboardEvent) {
    const last = choices.length - 1
    if (event.key === 'ArrowDown') setCurrent(Math.min(last, current + 1))
    else if (event.key === 'ArrowUp') setCurrent(Math.max(0, current - 1))
    else if (event.key === 'Home') setCurrent(0)
    else if (event.key === 'End') setCurrent(last)
    else if (event.key === 'Enter' || event.key === ' ') onPick(choices[current] ?? value)
    else if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else return
    event.preventDefault()
  }

  return (
    <ul
      ref={list}
      className={styles.list}
      style={{ left, top }}
      role="listbox"
      tabIndex={-1}
      aria-label={t('grid.choices')}
      aria-activedescendant={`choice-${current}`}
      onKeyDown={onKeyDown}
      onBlur={onClose}
    >
      {choices.map((choice, index) => (
        <li
          key={choice}
          id={`choice-${index}`}
          role="option"
          aria-selected={index === current}
          className={mergeClasses(styles.option, index === current && styles.current)}
          onMouseDown={(event) => {
            event.preventDefault()
            onPick(choice)
          }}
        >
          {choice}
        </li>
      ))}
    </ul>
  )
}
