import { Circle, CircleCheck, CircleX } from 'lucide-react'
import type { Output } from '#common/api/contract'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import type { TestStep } from './use-portal-test.ts'

const order = ['reach', 'authorise', 'write', 'read', 'remove'] as const

/** The steps of a connection test: passed, failed with its reason, or not reached; and what else it found. */
export function TestSteps({ found }: { readonly found: Output<'portals.test'> }) {
  const { t } = useText()
  const { steps, portal } = found
  // By hand there is nothing to try but whether the portal answers.
  const allPassed = steps.every(({ ok }) => ok)
  const listed = allPassed ? order.filter(name => steps.some(({ step }) => step === name)) : order
  return (
    <div role="status">
      <ol className="test-steps">
        {listed.map(name => {
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
      {allPassed && portal.conditionalWrites !== undefined && (
        <Band tone="info">{t(`portal.conditionalWrites.${portal.conditionalWrites}`)}</Band>
      )}
    </div>
  )
}

function StepIcon({ step }: { readonly step: TestStep | undefined }) {
  if (step === undefined) return <Circle size={17} aria-hidden="true" />
  return step.ok ? <CircleCheck size={17} aria-hidden="true" /> : <CircleX size={17} aria-hidden="true" />
}
