"""Where uploaded files are kept: on this machine's disk, or in an S3-compatible store where one is named."""


def uploaded_files(env) -> dict:
    """The storage of uploaded files, by what the environment says. docs/deployment.md explains each variable."""
    bucket = env.str("S3_BUCKET", default="")
    if not bucket:
        return {"BACKEND": "partnership.storage.PartnershipStorage"}
    return {
        "BACKEND": "partnership.object_storage.PartnershipObjectStorage",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": env.str("S3_ENDPOINT_URL", default="") or None,
            "region_name": env.str("S3_REGION", default="") or None,
            # Without keys the machine's own role is asked for, as on Amazon's machines.
            "access_key": env.str("S3_ACCESS_KEY_ID", default="") or None,
            "secret_key": env.str("S3_SECRET_ACCESS_KEY", default="") or None,
        },
    }
