import { QueryClient } from '@tanstack/react-query'

/** Answers stay fresh until an event says otherwise; the network state of the browser means nothing on loopback. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
