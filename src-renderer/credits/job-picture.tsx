import { AssetImage } from '../gallery/asset-image';
import { useDetail } from '../gallery/use-detail';
import { galleryStore } from '../stores/gallery';
import { screenStore } from '../stores/screen';
import { Skeleton } from '../ui/empty';

/** The picture that a job delivered, by the id that both share; pressed, all that is known of it. */
export function JobPicture({ jobId }: { jobId: string }) {
  const detail = useDetail(jobId);
  if (detail.kind === 'loading') return <Skeleton className="aspect-square" />;
  if (detail.kind === 'failed') return <p className="text-sm text-muted">{detail.problem}</p>;
  const { asset, job } = detail.detail;
  const show = () => {
    galleryStore.getState().visit({ asset, job });
    screenStore.getState().showAsset(asset.id);
  };
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={show}
      className="flex aspect-square items-center justify-center overflow-hidden rounded-md bg-well"
    >
      <AssetImage
        sha256={asset.sha256}
        alt={`The picture of it: ${job.request.prompt}`}
        listed
        className="size-full object-contain"
      />
    </button>
  );
}
