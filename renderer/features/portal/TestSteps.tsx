import { Circle, CircleCheck, CircleX } from 'lucide-react'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import type { TestStep } from './use-portal-test.ts'

const order = ['reach', 'authorise', 'write', 'read', 'remove'] as const

/** The steps of a connection test: passed, failed with its reason, or not reached. */
export function TestSteps({ steps }: { readonly steps: readonly TestStep[] }) {
  const { t } = useText()
  return (
    <ol className="test-steps" role="status">
      {order
        .filter(name => !isOptional(name, steps) || steps.some(({ step }) => step === name))
        .map(name => {
          const step = steps.find(candidate => candidate.step === name)
          return (
            <li key={name} data-result={step === undefined ? 'none' : step.ok ? 'ok' : 'failed'}>
              <StepIcon step={step} />
              <span>
                {t(`portal.step.${name}`)}
                {step?.problem != null && (
                  <span className="test-problem">{problemText(t, step.problem)}</span>
                )}
              </span>
            </li>
          )
        })}
    </ol>
  )
}

/** Not every portal can remove what was tried; by hand there is nothing to try but whether it answers. */
function isOptional(name: (typeof order)[number], steps: readonly TestStep[]): boolean {
  return name === 'remove' || steps.every(({ ok }) => ok)
}

function StepIcon({ step }: { readonly step: TestStep | undefined }) {
  if (step === undefined) return <Circle size={17} aria-hidden="true" />
  return step.ok ? <CircleCheck size={17} aria-hidden="true" /> : <CircleX size={17} aria-hidden="true" />
}
