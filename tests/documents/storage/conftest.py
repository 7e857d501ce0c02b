"""A store of our own: S3-compatible, on a free port of this machine, with an empty private bucket for each test."""

import boto3
import pytest
from moto.server import ThreadedMotoServer

BUCKET = "files"
KEYS = {"access_key": "key", "secret_key": "secret", "region_name": "eu-west-2"}


@pytest.fixture(scope="package")
def store():
    """The address of a store of our own, on a free port."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(store, settings):
    """An empty private bucket that keeps the site's files for one test."""
    connection = boto3.resource(
        "s3",
        endpoint_url=store,
        aws_access_key_id=KEYS["access_key"],
        aws_secret_access_key=KEYS["secret_key"],
        region_name=KEYS["region_name"],
    )
    bucket = connection.create_bucket(
        Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": KEYS["region_name"]}
    )
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "partnership.object_storage.PartnershipObjectStorage",
            "OPTIONS": {"bucket_name": BUCKET, "endpoint_url": store, **KEYS},
        },
    }
    yield bucket
    bucket.objects.all().delete()
    bucket.delete()
