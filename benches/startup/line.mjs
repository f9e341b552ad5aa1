// What went over the line, read from what Chromium's protocol tells of it.

/**
 * The bytes that had come, headers and all, and the requests that had been made, `until` a time in the page's own milliseconds.
 */
export function account(events, until = Infinity) {
  const begin = events.find(({ method }) => method === "Network.requestWillBeSent").params;
  const isInTime = ({ timestamp }) => (timestamp - begin.timestamp) * 1000 <= until;
  const requests = new Map();
  for (const { method, params } of events) {
    if (params.timestamp !== undefined && !isInTime(params)) continue;
    const bytes = requests.get(params.requestId);
    if (method === "Network.requestWillBeSent" && params.request.url.startsWith("http")) requests.set(params.requestId, 0);
    else if (bytes === undefined) continue;
    else if (method === "Network.responseReceived") requests.set(params.requestId, bytes + params.response.encodedDataLength);
    else if (method === "Network.dataReceived") requests.set(params.requestId, bytes + params.encodedDataLength);
    else if (method === "Network.loadingFinished") requests.set(params.requestId, params.encodedDataLength);
  }
  return { requests: requests.size, bytes: [...requests.values()].reduce((sum, bytes) => sum + bytes, 0) };
}
