import { type RefObject, useEffect, useRef } from 'react';

/** A live picture. The stream belongs to whoever opened it: this only shows it. `element` is for whoever looks at the picture. */
export function LiveVideo(props: {
  readonly stream: MediaStream;
  readonly label: string;
  readonly element?: RefObject<HTMLVideoElement | null>;
}) {
  const { stream, label } = props;
  const own = useRef<HTMLVideoElement>(null);
  const video = props.element ?? own;
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    // A stream that ends before it plays is no fault of the picture.
    element.play().catch(() => {});
    return () => {
      element.srcObject = null;
    };
  }, [stream, video]);
  return <video ref={video} muted playsInline aria-label={label} />;
}
